import type { EventStream } from '#libs/messaging';
import type { DataSource } from '#libs/persistence';
import { rest } from '../rest.js';

/** How far behind the live builds may be, in events, before a replay waits for them. */
const mostLiveLag = 300;
const lookEveryMs = 200;
/** It goes on all the same then, a batch at a time: live builds that are never close must not stop it for ever. */
const longestWaitMs = 2_000;

/**
 * Waits so that a replay takes at most `rate` events a second, and a batch every two seconds while a live build that
 * runs is far behind.
 */
export function paceOf(
  dataSource: DataSource,
  stream: EventStream,
  rate: number | null,
  signal: AbortSignal,
): (events: number) => Promise<void> {
  let lookedAt = 0;
  let due = performance.now();
  return async (events) => {
    if (rate !== null) {
      const wait = due - performance.now();
      due = Math.max(due, performance.now()) + (events * 1_000) / rate;
      if (wait > 0) await rest(wait, signal);
    }
    const begun = performance.now();
    while (!signal.aborted && performance.now() - lookedAt > lookEveryMs) {
      const behind = (await liveLag(dataSource, stream)) > mostLiveLag;
      if (behind && performance.now() - begun < longestWaitMs) await rest(lookEveryMs, signal);
      else lookedAt = performance.now();
    }
  };
}

/** Events that the slowest live build that runs has not yet taken. */
async function liveLag(dataSource: DataSource, stream: EventStream): Promise<number> {
  const end = (await stream.position())?.lastSequence ?? 0;
  const rows: { sequence: string | null }[] = await dataSource.query(
    `SELECT min(sequence) AS sequence FROM checkpoints
     JOIN read_model_pointers USING (model, table_version) WHERE state = 'running'`,
  );
  return end - Number(rows[0]?.sequence ?? end);
}
