import type { HistoryLine, HistoryPage } from '../api/answers.js';
import type { History } from './use-history.js';

/** The newest page before the lines that were read already; alone when lines are missing between the two. */
export function withNewest(before: History | undefined, page: HistoryPage): History {
  const fresh = { lines: page.lines, next: page.next };
  const oldest = page.lines.at(-1);
  if (!before || !oldest) return fresh;
  const known = (line: HistoryLine) => line.event_id === oldest.event_id;
  const from = before.lines.findIndex(known);
  if (from === -1) return fresh;
  const older = before.lines.slice(from + 1);
  return { lines: [...page.lines, ...older], next: older.length > 0 ? before.next : page.next };
}
