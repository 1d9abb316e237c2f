import { transaction, type DataSource } from '#libs/persistence';

/** Which stream is ours, written down before it is created, so that a lost one is never taken for a new start (R18). */
export interface StreamEpoch {
  readonly epoch: string;
  readonly state: 'creating' | 'created';
}

const current = 'SELECT epoch, state FROM stream_epoch ORDER BY ordinal DESC LIMIT 1';

export async function currentEpoch(dataSource: DataSource): Promise<StreamEpoch | undefined> {
  const [row]: StreamEpoch[] = await dataSource.query(current);
  return row;
}

/** Writes the first epoch down, unless another replica was quicker. */
export async function recordFirstEpoch(
  dataSource: DataSource,
  { epoch, state }: StreamEpoch,
): Promise<void> {
  await dataSource.query(
    'INSERT INTO stream_epoch (ordinal, epoch, state) VALUES (1, $1, $2) ON CONFLICT DO NOTHING',
    [epoch, state],
  );
}

/** Lets one replica at a time create the stream that was written down; does nothing once it was created. */
export async function createRecorded(
  dataSource: DataSource,
  create: (epoch: string) => Promise<void>,
): Promise<void> {
  await transaction(dataSource, async (tx) => {
    const [row]: StreamEpoch[] = await tx.query(`${current} FOR UPDATE`);
    if (row?.state !== 'creating') return;
    await create(row.epoch);
    await tx.query(`UPDATE stream_epoch SET state = 'created' WHERE epoch = $1`, [row.epoch]);
  });
}
