import type { EntityManager } from 'typeorm';
import { noAccount, type EnergyAccount } from './energy-account.js';
import type { Grant } from './grants-of-account.js';

export interface AccountFigures {
  readonly userId: string;
  readonly balance: number;
  readonly held: number;
  readonly version: number;
}

export interface AccountPage {
  readonly after?: string | undefined;
  readonly user?: string | undefined;
  readonly limit: number;
}

interface AccountRow {
  readonly user_id: string;
  readonly balance: number;
  readonly held: number;
  readonly version: string;
}

/** The account and its grants in one snapshot; null when it was never opened. */
export async function readAccount(
  tx: EntityManager,
  userId: string,
): Promise<EnergyAccount | null> {
  const rows: (AccountRow & { grants: Grant[] })[] = await tx.query(
    `SELECT user_id, balance, held, version, ${grantsOf('a.user_id')} AS grants
     FROM accounts a WHERE user_id = $1 AND version > 0`,
    [userId],
  );
  const [row] = rows;
  return row ? { ...noAccount(userId), ...figuresOf(row), grants: row.grants } : null;
}

export async function listAccounts(
  tx: EntityManager,
  page: AccountPage,
): Promise<AccountFigures[]> {
  const rows: AccountRow[] = await tx.query(
    `SELECT user_id, balance, held, version FROM accounts
     WHERE version > 0 AND ($1::uuid IS NULL OR user_id > $1) AND ($2::uuid IS NULL OR user_id = $2)
     ORDER BY user_id LIMIT $3`,
    [page.after ?? null, page.user ?? null, page.limit],
  );
  return rows.map(figuresOf);
}

/** A sub-select of the grants of a user that still hold points. */
export function grantsOf(user: string): string {
  return `coalesce((
    SELECT jsonb_agg(jsonb_build_object('id', id, 'remaining', remaining,
             'expiresAt', ${instant('expires_at')}, 'grantedAt', ${instant('granted_at')}))
    FROM grants WHERE user_id = ${user} AND remaining > 0), '[]')`;
}

/** A time as ISO 8601 in UTC with milliseconds, as everywhere outside Postgres. */
export function instant(expression: string): string {
  return `to_char(${expression} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

export function figuresOf(row: AccountRow): AccountFigures {
  return {
    userId: row.user_id,
    balance: row.balance,
    held: row.held,
    version: Number(row.version),
  };
}
