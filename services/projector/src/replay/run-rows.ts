import type { Build } from '../builds/build.js';
import type { ModelSession } from '../engine/model-session.js';
import type { Report } from '../verify/report.js';

export async function markCaughtUp(session: ModelSession, id: string): Promise<void> {
  await session.query({
    text: `UPDATE replays SET state = 'caught-up', filled_at = clock_timestamp()
           WHERE id = $1 AND state = 'running' AND ended_at IS NULL`,
    values: [id],
  });
}

/** Keeps what a verification found; it opens the way to the cut-over, or not. */
export async function tellReport(session: ModelSession, id: string, report: Report): Promise<void> {
  await session.query({
    text: `UPDATE replays SET state = $2, report = $3
           WHERE id = $1 AND state = 'verifying' AND ended_at IS NULL`,
    values: [id, report.clean ? 'verified' : 'differs', JSON.stringify(report)],
  });
}

/** A dry run leaves its report, and no tables. */
export async function endDryRun(
  session: ModelSession,
  { model, number }: Build,
  id: string,
  report: Report,
): Promise<void> {
  await session.transaction(async () => {
    await session.query({
      text: `UPDATE replays SET state = 'done', report = $2, ended_at = clock_timestamp()
             WHERE id = $1 AND ended_at IS NULL`,
      values: [id, JSON.stringify(report)],
    });
    await session.query({
      text: `UPDATE builds SET state = 'discarded' WHERE model = $1 AND build = $2`,
      values: [model, number],
    });
  });
}
