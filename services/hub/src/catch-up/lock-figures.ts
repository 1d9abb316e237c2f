import { plainArray, type OutboxSession } from '#libs/persistence';
import type { EnergyAccount } from '../energy/energy-account.js';
import { figuresOf } from '../ledger/assemble-accounts.js';
import { loadAccounts } from '../ledger/load-rows.js';
import { lockAccounts, makeAccounts } from '../ledger/lock-and-load.js';
import type { AccountRow } from '../ledger/queried-rows.js';

/** Locks the accounts, made where they are missing, and tells their own rows; neither grants nor holds (R7, R8). */
export async function lockFigures(
  tx: OutboxSession,
  users: readonly string[],
): Promise<Map<string, EnergyAccount>> {
  const values = [plainArray(users)];
  await tx.query(makeAccounts, values);
  await tx.query(lockAccounts, values);
  const rows = await tx.query<AccountRow & Record<string, unknown>>(loadAccounts, values);
  return new Map(rows.map((row) => [row.user_id, figuresOf(row)]));
}
