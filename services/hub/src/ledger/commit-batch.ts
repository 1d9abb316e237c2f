import {
  outboxChannel,
  wakeRelays,
  type OutboxRelay,
  type PipelinedSession,
} from '#libs/persistence';
import { failpoint } from '#libs/telemetry';
import type { PriceList } from '../energy/price-list.js';
import { lockAndLoad } from './lock-and-load.js';
import type { Outcome } from './outcome.js';
import { settleBatch } from './settle-batch.js';
import type { Waiting } from './waiting.js';
import { writeRows } from './write-rows.js';

/** The three steps of a batch. */
export interface BatchSteps {
  readonly lockAndLoad: typeof lockAndLoad;
  readonly settle: typeof settleBatch;
  readonly write: typeof writeRows;
}

export const batchSteps: BatchSteps = { lockAndLoad, settle: settleBatch, write: writeRows };

/**
 * Locks, loads, decides and writes a batch in one transaction; the outcomes are in the order of the batch and hold
 * once this returns. After an error whoever sees the session closed does not know whether it was committed (R9).
 */
export async function commitBatch(
  session: PipelinedSession,
  batch: readonly Waiting[],
  prices: PriceList,
  steps: BatchSteps,
  relay?: Pick<OutboxRelay, 'hears'>,
): Promise<readonly Outcome[]> {
  try {
    const loaded = await steps.lockAndLoad(session, batch);
    const { outcomes, rows } = steps.settle(batch, loaded, prices);
    if (rows.empty) {
      await session.query('ROLLBACK');
      return outcomes;
    }
    const written = steps.write(session, rows);
    // Awaited below; a failpoint may throw before.
    written.catch(() => undefined);
    await failpoint('ledger.before-commit');
    // Sent before the rows are answered: of a transaction that failed, COMMIT answers ROLLBACK.
    const committed = session.query('COMMIT');
    await written;
    const { command } = await committed;
    if (command !== 'COMMIT')
      throw new Error(`The batch was not committed: Postgres answered ${command}.`);
    // Not in it: a transaction with a NOTIFY keeps all others from committing meanwhile.
    if (!relay?.hears()) void session.query(wakeRelays, [outboxChannel, 'hub']);
    return outcomes;
  } catch (error) {
    // Behind everything that was sent: once it is answered, the connection is free.
    await session.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
