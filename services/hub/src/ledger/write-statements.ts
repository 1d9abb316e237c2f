import { insertEvents } from '#libs/persistence';
import { joinStatements } from './join-statements.js';

/** The changed accounts, each as it is after the batch. */
export const updateAccounts = {
  name: 'update-accounts',
  text: `UPDATE accounts SET version = n.version, balance = n.balance, held = n.held, frozen = n.frozen,
           unlimited_starts_at = n.starts_at, unlimited_ends_at = n.ends_at, next_due_at = n.due_at, last_at = n.at
         FROM unnest($1::uuid[], $2::bigint[], $3::int[], $4::int[], $5::boolean[], $6::timestamptz[],
                     $7::timestamptz[], $8::timestamptz[], $9::timestamptz[])
           AS n (user_id, version, balance, held, frozen, starts_at, ends_at, due_at, at)
         WHERE accounts.user_id = n.user_id`,
};

export const insertGrants = {
  name: 'insert-grants',
  text: `INSERT INTO grants (id, user_id, source, amount, remaining, expires_at, granted_at)
         SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[], $5::int[], $6::timestamptz[],
                              $7::timestamptz[])`,
};

const changeGrants = {
  name: 'change-grants',
  text: `UPDATE grants SET remaining = remaining + c.amount
         FROM unnest($1::uuid[], $2::int[]) AS c (id, amount) WHERE grants.id = c.id`,
};

export const insertHolds = {
  name: 'insert-holds',
  text: `INSERT INTO holds (id, user_id, action, owner, amount, list_cost, catalogue_version, grants, placed_at,
                            expires_at, correlation_id, causation_id, state, captured, settled_at)
         SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::int[], $6::int[], $7::int[],
                              $8::jsonb[], $9::timestamptz[], $10::timestamptz[], $11::text[], $12::text[],
                              $13::text[], $14::int[], $15::timestamptz[])`,
};

export const settleHolds = {
  name: 'settle-holds',
  text: `UPDATE holds SET state = s.state, captured = s.captured, settled_at = s.at
         FROM unnest($1::uuid[], $2::text[], $3::int[], $4::timestamptz[]) AS s (id, state, captured, at)
         WHERE holds.id = s.id`,
};

const insertEntries = {
  name: 'insert-entries',
  text: `INSERT INTO entries (id, user_id, version, kind, action, amount, list_cost, grants, balance, occurred_at,
                              hold_id, refund_of, by_self)
         SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::text[], $5::text[], $6::int[], $7::int[],
                              $8::jsonb[], $9::int[], $10::timestamptz[], $11::uuid[], $12::uuid[], $13::boolean[])`,
};

/** The answers of keyed commands, to be given again for ever (R13). */
const insertAnswers = {
  name: 'insert-answers',
  text: `INSERT INTO idempotency_keys (user_id, key, fingerprint, reply)
         SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[])`,
};

/** What nearly every decision writes besides. */
export const writeDecisions = joinStatements('write-decisions', [
  changeGrants,
  insertEntries,
  insertAnswers,
  insertEvents,
]);

export const insertStaffActions = {
  name: 'insert-staff-actions',
  text: `INSERT INTO staff_actions (at, staff_id, user_id, version, command, reason_code, reason, entry_id)
         SELECT * FROM unnest($1::timestamptz[], $2::uuid[], $3::uuid[], $4::bigint[], $5::text[], $6::text[],
                              $7::text[], $8::uuid[])`,
};
