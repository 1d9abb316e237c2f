import type { RecordedEvent } from '#libs/contracts';
import type { StoringService } from '../roles.js';
import { readRow, type OutboxRow } from './outbox-row.js';

/** An outbox row with the line of the waiting list that names it. */
export type ClaimedRow = OutboxRow & { line: number; line_events: number };

/** Events that are published together, in their order. */
export interface Chunk {
  readonly events: readonly RecordedEvent[];
  readonly rowIds: readonly number[];
  /** The lines of the waiting list that it came from. */
  readonly lines: readonly number[];
  /** Its only line has more events than fit, and they must not be overtaken. */
  readonly partial: boolean;
}

export function chunkOf(service: StoringService, rows: readonly ClaimedRow[]): Chunk {
  return {
    events: rows.map((row) => readRow(service, row)),
    rowIds: rows.map((row) => row.id),
    lines: [...new Set(rows.map((row) => row.line))],
    partial: rows.length > 0 && rows[0]!.line_events > rows.length,
  };
}
