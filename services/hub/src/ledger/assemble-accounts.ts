import { noAccount, type EnergyAccount } from '../energy/energy-account.js';
import type { LoadedAccount } from './loaded-account.js';
import type { AccountRow, GrantRow, HoldRow, QueriedRows } from './queried-rows.js';

/** As long as a refund by oneself counts. */
const selfRefundsWindowMs = 30 * 24 * 3_600_000;

/** The rows of a batch, put together account by account. What was not locked counts as not there. */
export function assembleAccounts(
  users: readonly string[],
  locked: ReadonlySet<string>,
  rows: QueriedRows,
): Map<string, LoadedAccount> {
  const figures = new Map(rows.accounts.map((row) => [row.user_id, row]));
  const [grants, holds, keys, consumptions, settled, refunds] = [
    byUser(rows.grants),
    byUser(rows.holds),
    byUser(rows.keys),
    byUser(rows.consumptions),
    byUser(rows.settledHolds),
    byUser(rows.selfRefunds),
  ];
  return new Map(
    users.map((userId) => {
      const row = locked.has(userId) ? figures.get(userId) : undefined;
      if (!row) return [userId, absent(userId)];
      const own = (holds.get(userId) ?? []).map((hold) => [hold.id, hold] as const);
      const selfRefundsAt = (refunds.get(userId) ?? []).map((refund) => refund.occurred_at);
      const since = new Date(Date.parse(row.now) - selfRefundsWindowMs).toISOString();
      return [
        userId,
        {
          account: {
            ...figuresOf(row),
            grants: (grants.get(userId) ?? []).map(grantOf),
            holds: own.map(([, hold]) => holdOf(hold)),
            consumptions: new Map(
              (consumptions.get(userId) ?? []).map(({ id, occurred_at: at, ...consumption }) => {
                const { action, cost, refunded, grants: taken } = consumption;
                return [id, { entryId: id, action, cost, grants: taken, at, refunded }];
              }),
            ),
            settledHolds: new Map(
              (settled.get(userId) ?? []).map(({ id, owner, state, settled_at: at }) => {
                return [id, { id, owner, state, at }];
              }),
            ),
            selfRefundsAt: selfRefundsAt.filter((at) => at > since).sort(),
          },
          exists: true,
          now: row.now,
          answers: new Map((keys.get(userId) ?? []).map((stored) => [stored.key, stored])),
          holdCauses: new Map(
            own.map(([id, { correlation_id: correlationId, causation_id: causationId }]) => [
              id,
              { correlationId, causationId },
            ]),
          ),
        },
      ];
    }),
  );
}

/** A user without an account; whether it may have one is decided, and only then is there a row. */
function absent(userId: string): LoadedAccount {
  const now = new Date().toISOString();
  const nothing = { answers: new Map(), holdCauses: new Map() };
  return { account: noAccount(userId), exists: false, now, ...nothing };
}

export function figuresOf(row: AccountRow): EnergyAccount {
  const { unlimited_starts_at: startsAt, unlimited_ends_at: endsAt } = row;
  return {
    ...noAccount(row.user_id),
    version: row.version,
    balance: row.balance,
    held: row.held,
    frozen: row.frozen,
    unlimited: startsAt && endsAt ? { startsAt, endsAt } : null,
    lastAt: row.last_at,
  };
}

export function grantOf(row: GrantRow): EnergyAccount['grants'][number] {
  const { id, remaining, expires_at: expiresAt, granted_at: grantedAt } = row;
  return { id, remaining, expiresAt, grantedAt };
}

export function holdOf(row: HoldRow): EnergyAccount['holds'][number] {
  const { id, action, owner, amount, grants } = row;
  return {
    ...{ id, action, owner, amount, grants },
    listCost: row.list_cost,
    catalogueVersion: row.catalogue_version,
    placedAt: row.placed_at,
    expiresAt: row.expires_at,
  };
}

function byUser<Row extends { readonly user_id: string }>(
  rows: readonly Row[],
): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.user_id);
    if (group) group.push(row);
    else groups.set(row.user_id, [row]);
  }
  return groups;
}
