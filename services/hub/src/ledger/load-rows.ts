import { plainArray, type PipelinedSession, type Statement } from '#libs/persistence';
import { portionsOf } from './portions-sql.js';
import type { QueriedRows } from './queried-rows.js';
import type { Waiting } from './waiting.js';

/** Asks for the accounts' figures, grants, open holds, and for the keys and entries that the batch names. */
export async function askForRows(
  session: PipelinedSession,
  users: readonly string[],
  batch: readonly Waiting[],
): Promise<QueriedRows> {
  const all = [plainArray(users)];
  const keyed = batch.filter(({ key }) => key !== undefined);
  const entries = batch.flatMap(({ submission }) => submission.needs?.entryId ?? []);
  const holdIds = batch.flatMap(({ submission }) => submission.needs?.holdId ?? []);
  const refunders = batch.filter(({ submission }) => submission.needs?.selfRefunds);
  const ask = async <Name extends keyof QueriedRows>(
    statement: Statement,
    values: string[],
    wanted = true,
  ): Promise<QueriedRows[Name]> =>
    wanted ? ((await session.query(statement, values)).rows as unknown as QueriedRows[Name]) : [];
  const [accounts, grants, holds, keys, consumptions, settledHolds, selfRefunds] =
    await Promise.all([
      ask<'accounts'>(loadAccounts, all),
      ask<'grants'>(loadGrants, all),
      ask<'holds'>(loadHolds, all),
      ask<'keys'>(
        loadKeys,
        [plainArray(keyed.map(({ userId }) => userId)), plainArray(keyed.map(({ key }) => key!))],
        keyed.length > 0,
      ),
      ask<'consumptions'>(loadConsumptions, [plainArray(entries)], entries.length > 0),
      ask<'settledHolds'>(loadSettledHolds, [plainArray(holdIds)], holdIds.length > 0),
      ask<'selfRefunds'>(
        loadSelfRefunds,
        [plainArray(refunders.map(({ userId }) => userId))],
        refunders.length > 0,
      ),
    ]);
  return { accounts, grants, holds, keys, consumptions, settledHolds, selfRefunds };
}

export const loadAccounts = {
  name: 'load-accounts',
  text: `SELECT user_id, version, balance, held, frozen, unlimited_starts_at, unlimited_ends_at,
                nullif(last_at, '-infinity') AS last_at, greatest(clock_timestamp(), last_at) AS now
         FROM accounts WHERE user_id = ANY ($1::uuid[])`,
};

const loadGrants = {
  name: 'load-grants',
  text: `SELECT user_id, id, remaining, expires_at, granted_at
         FROM grants WHERE user_id = ANY ($1::uuid[]) AND NOT spent`,
};

const loadHolds = {
  name: 'load-holds',
  text: `SELECT user_id, id, action, owner, amount, list_cost, catalogue_version, placed_at, expires_at,
                correlation_id, causation_id, ${portionsOf('holds')} AS grants
         FROM holds WHERE user_id = ANY ($1::uuid[]) AND state = 'open'`,
};

const loadKeys = {
  name: 'load-keys',
  text: `SELECT user_id, key, fingerprint, reply
         FROM unnest($1::uuid[], $2::uuid[]) AS asked (user_id, key)
         JOIN idempotency_keys USING (user_id, key)`,
};

const loadConsumptions = {
  name: 'load-consumptions',
  text: `SELECT user_id, id, action, -amount AS cost, occurred_at, ${portionsOf('entries')} AS grants,
                EXISTS (SELECT FROM entries refund WHERE refund.refund_of = entries.id) AS refunded
         FROM entries WHERE id = ANY ($1::uuid[]) AND kind IN ('consume', 'capture')`,
};

const loadSettledHolds = {
  name: 'load-settled-holds',
  text: `SELECT user_id, id, owner, state, settled_at FROM holds
         WHERE id = ANY ($1::uuid[]) AND state <> 'open'`,
};

const loadSelfRefunds = {
  name: 'load-self-refunds',
  text: `SELECT user_id, occurred_at FROM entries WHERE user_id = ANY ($1::uuid[]) AND by_self`,
};
