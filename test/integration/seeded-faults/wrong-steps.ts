import { Refusal } from '#libs/contracts';
import { failpoint } from '#libs/telemetry';
import { assembleAccounts } from '../../../services/hub/src/ledger/assemble-accounts.js';
import { batchSteps, type BatchSteps } from '../../../services/hub/src/ledger/commit-batch.js';
import { askForRows } from '../../../services/hub/src/ledger/load-rows.js';
import type { QueriedRows } from '../../../services/hub/src/ledger/queried-rows.js';
import type { Waiting } from '../../../services/hub/src/ledger/waiting.js';

const right = { ...batchSteps };

/** Locks and loads in one statement: what it joins is as old as the statement, however long it waited for the lock. */
export const lockAndLoadAtOnce: BatchSteps['lockAndLoad'] = async (session, batch) => {
  if (batch.some(({ opens }) => opens)) return right.lockAndLoad(session, batch);
  const users = usersOf(batch);
  await session.query('BEGIN');
  const { rows } = await session.query<Joined>(joined, [`{${users.join()}}`]);
  await failpoint('ledger.after-lock');
  return assembleAccounts(users, new Set(rows.map((row) => row.user_id)), {
    accounts: rows,
    grants: rows.flatMap((row) => row.grants),
    keys: rows.flatMap((row) => row.keys),
    ...{ holds: [], consumptions: [], settledHolds: [], selfRefunds: [] },
  });
};

type Joined = QueriedRows['accounts'][number] & Pick<QueriedRows, 'grants' | 'keys'>;

const joined = {
  name: 'lock-and-load-at-once',
  text: `SELECT user_id, version, balance, held, frozen, unlimited_starts_at, unlimited_ends_at,
           nullif(last_at, '-infinity') AS last_at, greatest(clock_timestamp(), last_at) AS now,
           (SELECT coalesce(jsonb_agg(g), '[]') FROM grants g WHERE g.user_id = a.user_id AND NOT spent) AS grants,
           (SELECT coalesce(jsonb_agg(k), '[]') FROM idempotency_keys k WHERE k.user_id = a.user_id) AS keys
         FROM accounts a WHERE user_id = ANY ($1::uuid[]) ORDER BY user_id FOR UPDATE`,
};

/** Loads without any lock, as whoever sweeps outside of the common path would. */
export const loadWithoutLock: BatchSteps['lockAndLoad'] = async (session, batch) => {
  const users = usersOf(batch);
  void session.query('BEGIN');
  const rows = await askForRows(session, users, batch);
  await failpoint('ledger.after-load');
  return assembleAccounts(users, new Set(users), rows);
};

/** Keeps refusals under their keys, as it keeps replies. */
export const settleAndKeepRefusals: BatchSteps['settle'] = (batch, loaded, prices) => {
  const { outcomes, rows } = right.settle(batch, loaded, prices);
  for (const [n, outcome] of outcomes.entries()) {
    const { userId, key, submission } = batch[n]!;
    if (outcome === 'later' || 'error' in outcome || !(outcome.answer instanceof Refusal)) continue;
    const { fingerprint } = submission.key!;
    rows.answers.push({ userId, key: key!, fingerprint, reply: JSON.stringify(outcome.answer) });
  }
  Object.defineProperty(rows, 'empty', {
    value: rows.events.length === 0 && rows.answers.length === 0,
  });
  return { outcomes, rows };
};

/** Settles holds at the price of today. */
export const settleAtTodaysPrice: BatchSteps['settle'] = (batch, loaded, prices) => {
  const repriced = [...loaded].map(([userId, one]) => {
    const holds = one.account.holds.map((hold) => {
      const { cost } = prices.actions[hold.action];
      return { ...hold, amount: cost, listCost: cost };
    });
    return [userId, { ...one, account: { ...one.account, holds } }] as const;
  });
  return right.settle(batch, new Map(repriced), prices);
};

function usersOf(batch: readonly Waiting[]): string[] {
  return [...new Set(batch.map(({ userId }) => userId))].sort();
}
