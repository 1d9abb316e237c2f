import type { EntityManager } from 'typeorm';
import { AgreementGate } from './agreement/agreement-gate.js';

/** Stands for "no user" in a primary key, which cannot be null. */
const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * Takes the next `count` versions of a subject and locks it until the transaction ends (R2); returns the first of
 * them, 1 for a new subject. A rollback gives them back, so that no version is left out. Refusal: `UNAVAILABLE` while
 * Postgres is not known to be as new as the event stream (R20).
 */
export async function nextSubjectVersion(
  tx: EntityManager,
  userId: string | null,
  count = 1,
): Promise<number> {
  if (!Number.isSafeInteger(count) || count < 1) {
    throw new RangeError(`Take at least one version, not ${count}.`);
  }
  await new AgreementGate().demand(tx, ({ text }) => tx.query(text));
  const [head]: { version: string }[] = await tx.query(
    `INSERT INTO stream_head AS head (subject_user_id, version) VALUES ($1, $2)
     ON CONFLICT (subject_user_id) DO UPDATE SET version = head.version + excluded.version
     RETURNING version`,
    [userId ?? nobody, count],
  );
  return Number(head!.version) - count + 1;
}
