import type { EntityManager } from 'typeorm';
import type { ActionId } from '#libs/contracts';

/** For how long a worker that is not heard of any more is taken to be alive, in milliseconds. */
export const leaseMs = 10_000;

/** One request for work under a hold, as its row tells of it. */
export interface HeldRow {
  readonly userId: string;
  readonly key: string;
  readonly fingerprint: string;
  readonly state: 'started' | 'refused' | 'capture-due' | 'delivered' | 'withdrawn';
  readonly action: ActionId;
  readonly attempt: number;
  /** Whoever holds it works on the row; null when nobody does. */
  readonly lease: string | null;
  readonly holdId: string | null;
  /** Why its hold is to be given back, once that is known. */
  readonly giveBack: string | null;
  /** The reply without its receipt, while it is not paid. */
  readonly document: string | null;
  readonly documentId: string | null;
  readonly reply: string | null;
  readonly correlationId: string;
  readonly traceparent: string;
}

export interface HeldClaim {
  readonly userId: string;
  readonly key: string;
  readonly fingerprint: string;
  readonly action: ActionId;
  readonly lease: string;
  /** By then no hold of this attempt can be open any more. */
  readonly holdsForMs: number;
  readonly correlationId: string;
  readonly traceparent: string;
}

const columns = `user_id AS "userId", key, fingerprint, state, action, attempt, lease, hold_id AS "holdId",
  give_back AS "giveBack", document, document_id AS "documentId", reply, correlation_id AS "correlationId", traceparent`;

/** Takes the key for this request when it is new, free, or left over; answers the row as it is then, ours when the lease is. */
export async function claimHeld(tx: EntityManager, claim: HeldClaim): Promise<HeldRow> {
  const { userId, key } = claim;
  const [taken]: HeldRow[] = await tx.query(
    `INSERT INTO paid_work AS work
       (user_id, key, fingerprint, state, action, lease, lease_until, hold_until, correlation_id, traceparent)
     VALUES ($1, $2, $3, 'started', $4, $5, ${later('$6')}, ${later('$7')}, $8, $9)
     ON CONFLICT (user_id, key) DO UPDATE
       SET (fingerprint, state, action, lease, lease_until, hold_until, correlation_id, traceparent, started_at) =
           (excluded.fingerprint, 'started', excluded.action, excluded.lease, excluded.lease_until,
            excluded.hold_until, excluded.correlation_id, excluded.traceparent, clock_timestamp())
       WHERE work.state = 'refused'
          OR (work.state = 'started' AND work.fingerprint = excluded.fingerprint
              AND work.lease_until < clock_timestamp())
     RETURNING ${columns}`,
    [userId, key, claim.fingerprint, claim.action, claim.lease, leaseMs, claim.holdsForMs].concat([
      claim.correlationId,
      claim.traceparent,
    ]),
  );
  return taken ?? (await readHeld(tx, claim))!;
}

export async function readHeld(
  tx: EntityManager,
  { userId, key }: Pick<HeldRow, 'userId' | 'key'>,
): Promise<HeldRow | undefined> {
  const [row]: HeldRow[] = await tx.query(
    `SELECT ${columns} FROM paid_work WHERE user_id = $1 AND key = $2`,
    [userId, key],
  );
  return row;
}

/** Takes rows that nobody works on any more, so that one instance alone ends them. */
export async function takeLeftOver(
  tx: EntityManager,
  lease: string,
  most: number,
): Promise<HeldRow[]> {
  const [rows]: [HeldRow[], number] = await tx.query(
    `UPDATE paid_work SET lease = $1, lease_until = ${later('$2')}
     WHERE (user_id, key) IN (
       SELECT user_id, key FROM paid_work
       WHERE lease_until < clock_timestamp()
         AND (state = 'capture-due' OR hold_id IS NOT NULL OR hold_until < clock_timestamp())
       ORDER BY lease_until LIMIT $3 FOR UPDATE SKIP LOCKED)
     RETURNING ${columns}`,
    [lease, leaseMs, most],
  );
  return rows;
}

/** Says of these leases that somebody still works under them. */
export async function renewLeases(tx: EntityManager, leases: readonly string[]): Promise<void> {
  await tx.query(`UPDATE paid_work SET lease_until = ${later('$2')} WHERE lease = ANY ($1)`, [
    leases,
    leaseMs,
  ]);
}

function later(parameter: string): string {
  return `clock_timestamp() + ${parameter} * interval '1 millisecond'`;
}
