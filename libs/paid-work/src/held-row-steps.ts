import type { EntityManager } from 'typeorm';
import { LeaseLost } from './lease-lost.js';
import { readHeld, type HeldRow } from './held-row.js';

type Ours = Pick<HeldRow, 'userId' | 'key' | 'lease'>;

/** Remembers the hold of this attempt, so that whoever comes after us can give it back. */
export function rememberHold(tx: EntityManager, row: Ours, holdId: string): Promise<void> {
  return step(tx, row, `hold_id = $4`, [holdId]);
}

/** The hold of this attempt is settled or was never placed: the next one has another key at the hub. */
export function nextAttempt(tx: EntityManager, row: Ours): Promise<void> {
  return step(tx, row, anew);
}

/** The document is there, and its capture due (R33). In the transaction that stores the document. */
export function markCaptureDue(
  tx: EntityManager,
  row: Ours,
  { documentId, document }: { readonly documentId: string; readonly document: string },
): Promise<void> {
  const change = `state = 'capture-due', document_id = $4, document = $5`;
  return step(tx, row, change, [documentId, document]);
}

/** Frees the key: nothing was taken for it, and its next attempt has another key at the hub. */
export function freeKey(tx: EntityManager, row: Ours): Promise<void> {
  return step(tx, row, `state = 'refused', ${anew}, ${nobodys}`);
}

/** Lets others end it at once; says why its hold is to be given back, if it is. */
export async function letGo(tx: EntityManager, row: Ours, giveBack?: string): Promise<void> {
  await tx.query(
    `UPDATE paid_work SET lease_until = clock_timestamp(), give_back = coalesce($4, give_back)
     WHERE user_id = $1 AND key = $2 AND lease = $3`,
    [row.userId, row.key, row.lease, giveBack ?? null],
  );
}

/** Keeps the reply, once; answers the row as it is then, and whether this call made it so. */
export async function markHeldDelivered(
  tx: EntityManager,
  row: Pick<HeldRow, 'userId' | 'key'>,
  { reply, entryId }: { readonly reply: string; readonly entryId: string | null },
): Promise<{ readonly row: HeldRow; readonly first: boolean }> {
  const [, changed]: [unknown[], number] = await tx.query(
    `UPDATE paid_work SET state = 'delivered', reply = $3, entry_id = $4, document = NULL,
       delivered_at = clock_timestamp(), ${nobodys}
     WHERE user_id = $1 AND key = $2 AND state = 'capture-due'`,
    [row.userId, row.key, reply, entryId],
  );
  return { row: (await readHeld(tx, row))!, first: changed > 0 };
}

/** Keeps the one result of a key whose hold came back. In the transaction that stores the document. */
export async function markGivenFree(
  tx: EntityManager,
  { userId, key, fingerprint }: Pick<HeldRow, 'userId' | 'key' | 'fingerprint'>,
  { documentId, reply }: { readonly documentId: string; readonly reply: string },
): Promise<void> {
  const [, changed]: [unknown[], number] = await tx.query(
    `UPDATE paid_work SET state = 'delivered', document_id = $4, reply = $5, delivered_at = clock_timestamp()
     WHERE user_id = $1 AND key = $2 AND fingerprint = $3 AND state = 'refused'`,
    [userId, key, fingerprint, documentId, reply],
  );
  if (changed === 0) throw new LeaseLost();
}

/** Takes back every reply that holds this document's text, paid or not; what is not paid yet never will be. */
export async function withdrawWork(
  tx: EntityManager,
  userId: string,
  documentId: string,
): Promise<void> {
  await tx.query(
    `UPDATE paid_work SET state = 'withdrawn', reply = NULL, document = NULL, ${nobodys}
     WHERE user_id = $1 AND document_id = $2 AND state IN ('capture-due', 'delivered')`,
    [userId, documentId],
  );
}

const anew = 'attempt = attempt + 1, hold_id = NULL';
const nobodys = 'lease = NULL, lease_until = NULL, hold_until = NULL, give_back = NULL';

async function step(
  tx: EntityManager,
  { userId, key, lease }: Ours,
  change: string,
  values: readonly string[] = [],
): Promise<void> {
  const [, changed]: [unknown[], number] = await tx.query(
    `UPDATE paid_work SET ${change}
     WHERE user_id = $1 AND key = $2 AND lease = $3 AND state = 'started'`,
    [userId, key, lease, ...values],
  );
  if (changed === 0) throw new LeaseLost();
}
