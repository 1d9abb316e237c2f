import type { EntityManager } from 'typeorm';
import { figuresOf, grantOf, holdOf } from '../ledger/assemble-accounts.js';
import { portionsOf } from '../ledger/portions-sql.js';
import type { AccountRow, GrantRow, HoldRow } from '../ledger/queried-rows.js';
import type { EnergyAccount } from './energy-account.js';
import { instant } from './instant-sql.js';

export interface ReadAccount {
  readonly account: EnergyAccount;
  /** The database's time of the read, never before the account's last (R11). */
  readonly now: string;
  /** The time of something on the account has come, and nobody has settled it. */
  readonly due: boolean;
}

/** The account, its grants and its open holds in one snapshot; null when it was never opened. */
export async function readAccount(tx: EntityManager, userId: string): Promise<ReadAccount | null> {
  const rows: ReadRow[] = await tx.query(
    `SELECT user_id, version::int, balance, held, frozen, ${instant('unlimited_starts_at')} AS unlimited_starts_at,
            ${instant('unlimited_ends_at')} AS unlimited_ends_at, ${instant('last_at')} AS last_at,
            ${instant('greatest(clock_timestamp(), last_at)')} AS now,
            coalesce(next_due_at <= clock_timestamp(), false) AS due,
            ${listOf(grantColumns, 'grants', 'NOT spent')} AS grants,
            ${listOf(holdColumns, 'holds', `state = 'open'`)} AS holds
     FROM accounts a WHERE user_id = $1 AND version > 0`,
    [userId],
  );
  const [row] = rows;
  if (!row) return null;
  const account = {
    ...figuresOf(row),
    grants: row.grants.map(grantOf),
    holds: row.holds.map(holdOf),
  };
  return { account, now: row.now, due: row.due };
}

interface ReadRow extends AccountRow {
  readonly due: boolean;
  readonly grants: GrantRow[];
  readonly holds: HoldRow[];
}

const grantColumns = [
  ...['id', 'remaining'],
  ...[`${instant('expires_at')} AS expires_at`, `${instant('granted_at')} AS granted_at`],
];

const holdColumns = [
  ...['id', 'action', 'owner', 'amount', 'list_cost', 'catalogue_version'],
  `${portionsOf('holds')} AS grants`,
  ...[`${instant('placed_at')} AS placed_at`, `${instant('expires_at')} AS expires_at`],
];

function listOf(columns: string[], table: string, where: string): string {
  return `coalesce((SELECT jsonb_agg(one) FROM (
    SELECT ${columns.join(', ')} FROM ${table} WHERE user_id = a.user_id AND ${where}) AS one), '[]')`;
}
