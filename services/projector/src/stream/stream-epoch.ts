import { transaction, type DataSource, type EntityManager } from '#libs/persistence';

/** Which stream is ours, written down before it is created, so that a lost one is never taken for a new start (R18). */
export interface StreamEpoch {
  readonly epoch: string;
  /** `restoring`: lost, and made anew under this epoch; not all events are back yet (R19). */
  readonly state: 'creating' | 'created' | 'restoring';
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
    const row = await lockCurrent(tx);
    if (row?.state !== 'creating') return;
    await create(row.epoch);
    await settleEpoch(tx, row.epoch);
  });
}

/** The record, for one replica at a time to change. */
export async function lockCurrent(tx: EntityManager): Promise<StreamEpoch | undefined> {
  const [row]: StreamEpoch[] = await tx.query(`${current} FOR UPDATE`);
  return row;
}

export async function recordNext(tx: EntityManager, { epoch, state }: StreamEpoch): Promise<void> {
  await tx.query(
    'INSERT INTO stream_epoch (ordinal, epoch, state) SELECT max(ordinal) + 1, $1, $2 FROM stream_epoch',
    [epoch, state],
  );
}

/** Every stream that was ours before this one. */
export async function earlierEpochs(tx: EntityManager, epoch: string): Promise<string[]> {
  const rows: { epoch: string }[] = await tx.query(
    'SELECT epoch FROM stream_epoch WHERE epoch <> $1 ORDER BY ordinal',
    [epoch],
  );
  return rows.map((row) => row.epoch);
}

export async function settleEpoch(tx: EntityManager, epoch: string): Promise<void> {
  await tx.query(`UPDATE stream_epoch SET state = 'created' WHERE epoch = $1`, [epoch]);
}
