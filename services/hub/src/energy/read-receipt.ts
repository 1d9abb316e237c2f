import type { EntityManager } from 'typeorm';
import type { getReceipt, ReplyOf } from '#libs/contracts';
import { instant } from './instant-sql.js';

/** One entry with the grants that its points came from or went to. */
export type Receipt = Omit<ReplyOf<typeof getReceipt>, 'sentence'>;

/** The entry of this user with this id; undefined when there is none. Entries never change, so it needs no lock. */
export async function readReceipt(
  tx: EntityManager,
  userId: string,
  entryId: string,
): Promise<Receipt | undefined> {
  const rows: Receipt[] = await tx.query(
    `SELECT e.id AS "entryId", e.kind, e.action, e.amount, e.list_cost AS "listCost", e.balance,
            ${instant('e.occurred_at')} AS "occurredAt", coalesce((
              SELECT jsonb_agg(jsonb_build_object('grantId', g.id, 'source', g.source,
                       'amount', (part ->> 'amount')::int, 'expiresAt', ${instant('g.expires_at')})
                       ORDER BY ordinal)
              FROM jsonb_array_elements(e.grants) WITH ORDINALITY AS parts (part, ordinal)
              JOIN grants g ON g.id = (part ->> 'grantId')::uuid
            ), '[]') AS grants
     FROM entries e WHERE e.id = $2 AND e.user_id = $1`,
    [userId, entryId],
  );
  return rows[0];
}
