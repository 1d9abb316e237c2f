import type { EntityManager } from 'typeorm';

export interface WorkKey {
  readonly userId: string;
  readonly key: string;
  readonly fingerprint: string;
}

export interface WorkRow {
  readonly fingerprint: string;
  readonly reply: string | null;
}

/** Claims the key for this body, or tells what it was claimed for. A key whose request was refused is free again. */
export async function claim(
  tx: EntityManager,
  { userId, key, fingerprint }: WorkKey,
): Promise<WorkRow> {
  const [row]: WorkRow[] = await tx.query(
    `INSERT INTO paid_work AS work (user_id, key, fingerprint, state) VALUES ($1, $2, $3, 'started')
     ON CONFLICT (user_id, key) DO UPDATE
       SET fingerprint = CASE work.state WHEN 'refused' THEN excluded.fingerprint ELSE work.fingerprint END,
           started_at = CASE work.state WHEN 'refused' THEN clock_timestamp() ELSE work.started_at END,
           state = CASE work.state WHEN 'refused' THEN 'started' ELSE work.state END
     RETURNING fingerprint, reply`,
    [userId, key, fingerprint],
  );
  return row!;
}

/** Frees the key: nothing was taken for it. */
export async function markRefused(tx: EntityManager, { userId, key }: WorkKey): Promise<void> {
  await tx.query(
    `UPDATE paid_work SET state = 'refused' WHERE user_id = $1 AND key = $2 AND state = 'started'`,
    [userId, key],
  );
}

/** Locks the row and keeps the reply, once; answers the reply that is there when somebody was faster. */
export async function markDelivered(
  tx: EntityManager,
  work: WorkKey,
  reply: string,
): Promise<WorkRow | null> {
  const [row]: WorkRow[] = await tx.query(
    'SELECT fingerprint, reply FROM paid_work WHERE user_id = $1 AND key = $2 FOR UPDATE',
    [work.userId, work.key],
  );
  if (row?.reply) return row;
  await tx.query(
    `UPDATE paid_work SET state = 'delivered', reply = $3, delivered_at = clock_timestamp()
     WHERE user_id = $1 AND key = $2`,
    [work.userId, work.key, reply],
  );
  return null;
}
