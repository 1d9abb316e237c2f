import type { EntityManager } from 'typeorm';
import type { listAccounts, ReplyOf } from '#libs/contracts';

export type AccountFigures = ReplyOf<typeof listAccounts>['accounts'][number];

export interface AccountPage {
  readonly after?: string | undefined;
  readonly user?: string | undefined;
  readonly users?: readonly string[] | undefined;
  readonly limit: number;
}

type Row = Omit<AccountFigures, 'version'> & { readonly version: string };

/** Accounts in order of user id, each with the sums of its own rows, all in one snapshot. */
export async function listAccountFigures(
  tx: EntityManager,
  page: AccountPage,
): Promise<AccountFigures[]> {
  const [which, values] = page.users
    ? ['user_id = ANY ($1::uuid[]) ORDER BY user_id', [page.users]]
    : [pageOfAll, [page.after ?? null, page.user ?? null, page.limit]];
  const rows: Row[] = await tx.query(
    `SELECT user_id AS "userId", balance, held, version,
       (SELECT coalesce(sum(amount), 0)::int FROM entries e WHERE e.user_id = a.user_id) AS posted,
       (SELECT coalesce(sum(amount), 0)::int FROM holds h
        WHERE h.user_id = a.user_id AND state = 'open') AS reserved,
       (SELECT coalesce(sum(remaining), 0)::int FROM grants g
        WHERE g.user_id = a.user_id AND NOT spent) AS unspent
     FROM accounts a
     WHERE version > 0 AND ${which}`,
    values,
  );
  return rows.map((row) => ({ ...row, version: Number(row.version) }));
}

const pageOfAll = `($1::uuid IS NULL OR user_id > $1) AND ($2::uuid IS NULL OR user_id = $2)
     ORDER BY user_id LIMIT $3`;
