import type { StreamPosition } from '#libs/messaging';
import { transaction, type DataSource } from '#libs/persistence';
import { lockCurrent, recordNext } from '../stream/stream-epoch.js';

/**
 * Where the stream that is there restores the one on record, this Postgres is a backup from before that restore (R20):
 * writes down that it is under way here too, so that read models are filled from it. True when it did.
 */
export function adoptRestored(
  dataSource: DataSource,
  { epoch, restores }: StreamPosition,
): Promise<boolean> {
  return transaction(dataSource, async (tx) => {
    const record = await lockCurrent(tx);
    const known = record ? restores.indexOf(record.epoch) : -1;
    if (known === -1) return false;
    for (const between of restores.slice(known + 1))
      await recordNext(tx, { epoch: between, state: 'created' });
    await recordNext(tx, { epoch, state: 'restoring' });
    return true;
  });
}
