import { plainArray, type PipelinedSession } from '#libs/persistence';
import { failpoint, isArmed } from '#libs/telemetry';
import { askForRows } from './load-rows.js';
import { assembleAccounts } from './assemble-accounts.js';
import type { LoadedAccount } from './loaded-account.js';
import type { Waiting } from './waiting.js';

/**
 * Begins a transaction, locks the accounts of a batch, and loads what its decisions look at. The lock is a statement
 * of its own, before the others: they then see what the lock's last holder committed (R7). One round trip.
 */
export async function lockAndLoad(
  session: PipelinedSession,
  batch: readonly Waiting[],
): Promise<Map<string, LoadedAccount>> {
  const users = [...new Set(batch.map(({ userId }) => userId))].sort();
  const opening = new Set(batch.filter(({ opens }) => opens).map(({ userId }) => userId));
  await failpoint('ledger.before-lock');
  const begun = session.query('BEGIN');
  const made =
    opening.size > 0 ? session.query(makeAccounts, [plainArray([...opening].sort())]) : undefined;
  const locked = session.query<{ user_id: string }>(lockAccounts, [plainArray(users)]);
  if (isArmed('ledger.after-lock')) {
    await locked;
    await failpoint('ledger.after-lock');
  }
  const asked = askForRows(session, users, batch);
  const [, , { rows: held }, rows] = await Promise.all([begun, made, locked, asked]);
  await failpoint('ledger.after-load');
  return assembleAccounts(users, new Set(held.map((row) => row.user_id)), rows);
}

/** In order of user id, as every other batch: two that meet wait for one another in one direction only (R8). */
export const lockAccounts = {
  name: 'lock-accounts',
  text: 'SELECT user_id FROM accounts WHERE user_id = ANY ($1::uuid[]) ORDER BY user_id FOR UPDATE',
};

export const makeAccounts = {
  name: 'make-accounts',
  text: `INSERT INTO accounts (user_id) SELECT user_id FROM unnest($1::uuid[]) AS wanted (user_id)
         ORDER BY user_id ON CONFLICT DO NOTHING`,
};
