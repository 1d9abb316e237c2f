import type { EntityManager } from 'typeorm';
import { figuresOf, grantsOf, instant } from './account-queries.js';
import type { Accepted } from './decision.js';
import { noAccount, type EnergyAccount } from './energy-account.js';
import type { Grant } from './grants-of-account.js';
import { ledgerRowsOf } from './ledger-rows.js';

/** Locks the account's row, making an empty one first if need be: the only lock there is (R8). */
export async function lockAccount(tx: EntityManager, userId: string): Promise<void> {
  const lock = 'SELECT FROM accounts WHERE user_id = $1 FOR UPDATE';
  const found: unknown[] = await tx.query(lock, [userId]);
  if (found.length > 0) return;
  await tx.query('INSERT INTO accounts (user_id) VALUES ($1) ON CONFLICT DO NOTHING', [userId]);
  await tx.query(lock, [userId]);
}

interface Loaded {
  readonly account: EnergyAccount;
  /** The time under the lock, never before the account's last (R11). */
  readonly now: string;
  /** What the key was answered before. */
  readonly stored: { readonly fingerprint: string; readonly reply: string } | null;
}

/** A statement of its own after the lock, so that it sees what the lock's last holder committed (R7). */
export async function loadAccount(
  tx: EntityManager,
  userId: string,
  key: string | undefined,
): Promise<Loaded> {
  const [row]: LoadedRow[] = await tx.query(
    `SELECT a.user_id, a.version, a.balance, a.held, k.fingerprint, k.reply,
            ${instant('greatest(clock_timestamp(), a.last_at)')} AS now, ${grantsOf('a.user_id')} AS grants
     FROM accounts a LEFT JOIN idempotency_keys k ON k.user_id = a.user_id AND k.key = $2
     WHERE a.user_id = $1`,
    [userId, key ?? null],
  );
  const { now, fingerprint, reply, grants, ...figures } = row!;
  const account = { ...noAccount(userId), ...figuresOf(figures), grants };
  return { account, now, stored: fingerprint === null ? null : { fingerprint, reply: reply! } };
}

interface LoadedRow {
  readonly user_id: string;
  readonly version: string;
  readonly balance: number;
  readonly held: number;
  readonly now: string;
  readonly fingerprint: string | null;
  readonly reply: string | null;
  readonly grants: Grant[];
}

export interface DecisionToSave {
  readonly account: EnergyAccount;
  readonly decision: Accepted<unknown>;
  readonly now: string;
  readonly key: { readonly idempotencyKey: string; readonly fingerprint: string } | undefined;
  readonly json: string;
}

/** Writes what the decision's events say: the account, entries, grants given and spent, and the stored reply. */
export async function saveDecision(tx: EntityManager, saved: DecisionToSave): Promise<void> {
  const { account, decision, now, key, json } = saved;
  const { userId } = account;
  const { version, balance, held } = decision.after;
  const rows = decision.events.map(ledgerRowsOf);
  const entries = rows.flatMap(({ entry }, index) =>
    entry ? [{ ...entry, version: account.version + 1 + index }] : [],
  );
  const grants = rows.flatMap(({ newGrants }) => newGrants ?? []);
  const taken = rows.flatMap(({ grantChanges }) => grantChanges ?? []);
  await tx.query(
    `WITH account AS (
       UPDATE accounts SET version = $2, balance = $3, held = $4, last_at = $5 WHERE user_id = $1
     ), new_grants AS (
       INSERT INTO grants (id, user_id, source, amount, remaining, expires_at, granted_at)
       SELECT g.id, $1, g.source, g.amount, g.amount, g."expiresAt", $5
       FROM jsonb_to_recordset($6) AS g (id uuid, source text, amount int, "expiresAt" timestamptz)
     ), spent AS (
       UPDATE grants SET remaining = remaining + t.amount
       FROM jsonb_to_recordset($7) AS t ("grantId" uuid, amount int) WHERE grants.id = t."grantId"
     ), new_entries AS (
       INSERT INTO entries (id, user_id, version, kind, action, amount, list_cost, grants, balance, occurred_at)
       SELECT e.id, $1, e.version, e.kind, e.action, e.amount, e."listCost", e.grants, e.balance, $5
       FROM jsonb_to_recordset($8) AS e (id uuid, version bigint, kind text, action text, amount int,
                                         "listCost" int, grants jsonb, balance int)
     )
     INSERT INTO idempotency_keys (user_id, key, fingerprint, reply)
     SELECT $1, $9::uuid, $10::text, $11::text WHERE $9 IS NOT NULL`,
    [
      userId,
      version,
      balance,
      held,
      now,
      JSON.stringify(grants),
      JSON.stringify(taken),
      JSON.stringify(entries),
      key?.idempotencyKey ?? null,
      key?.fingerprint ?? null,
      json,
    ],
  );
}
