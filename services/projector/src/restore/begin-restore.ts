import { randomUUID } from 'node:crypto';
import type { EventStream } from '#libs/messaging';
import { transaction, type DataSource } from '#libs/persistence';
import { lockCurrent, recordNext } from '../stream/stream-epoch.js';

/** Writes down that the missing stream is to be made anew; does nothing when it is there, or was never made. */
export async function beginRestore(dataSource: DataSource, stream: EventStream): Promise<void> {
  await transaction(dataSource, async (tx) => {
    const record = await lockCurrent(tx);
    if (record?.state !== 'created' || (await stream.position())) return;
    await recordNext(tx, { epoch: randomUUID(), state: 'restoring' });
  });
}
