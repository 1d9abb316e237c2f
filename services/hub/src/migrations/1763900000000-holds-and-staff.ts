import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from '#libs/persistence';

/**
 * Holds, refunds, expiry, unlimited periods, frozen accounts, and what staff did in their own words. The database
 * itself refuses a second settlement of a hold and a second refund of a consumption.
 */
export class HoldsAndStaff1763900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(accountsAndGrants);
    await runner.query(holds);
    await runner.query(entriesAndStaff);
  }

  async down(): Promise<void> {
    throw new Error('The ledger is not taken back: restore a backup instead.');
  }
}

/** Room on each page lets a changed row stay where it is, so that no index has to follow it. */
const accountsAndGrants = `
  ALTER TABLE hub.accounts
    ADD frozen boolean NOT NULL DEFAULT false,
    ADD unlimited_starts_at timestamptz,
    ADD unlimited_ends_at timestamptz,
    ADD next_due_at timestamptz,
    ADD CONSTRAINT accounts_unlimited CHECK (
      (unlimited_starts_at IS NULL) = (unlimited_ends_at IS NULL) AND unlimited_ends_at > unlimited_starts_at),
    SET (fillfactor = 70);
  CREATE INDEX accounts_due ON hub.accounts (next_due_at) WHERE next_due_at IS NOT NULL;

  ALTER TABLE hub.grants
    DROP CONSTRAINT grants_source_check,
    ADD CONSTRAINT grants_source_check
      CHECK (source IN ('welcome', 'purchase', 'gesture', 'refund', 'correction')),
    ADD spent boolean GENERATED ALWAYS AS (remaining = 0) STORED,
    SET (fillfactor = 70);
  DROP INDEX hub.grants_to_spend;
  CREATE INDEX grants_to_spend ON hub.grants (user_id) WHERE NOT spent;
`;

const holds = `
  CREATE TABLE hub.holds (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES hub.accounts,
    action text NOT NULL,
    owner text NOT NULL,
    amount int NOT NULL CHECK (amount >= 0),
    list_cost int NOT NULL,
    catalogue_version int NOT NULL,
    grants jsonb NOT NULL,
    placed_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL CHECK (expires_at > placed_at),
    correlation_id text NOT NULL,
    causation_id text NOT NULL,
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'captured', 'released', 'expired')),
    captured int CHECK (captured BETWEEN 0 AND amount),
    settled_at timestamptz,
    CONSTRAINT holds_settled_as_a_whole
      CHECK ((state = 'open') = (settled_at IS NULL) AND (state = 'open') = (captured IS NULL)),
    CONSTRAINT holds_captured CHECK (state IN ('open', 'captured') OR captured = 0)
  ) WITH (fillfactor = 70);
  CREATE INDEX holds_open ON hub.holds (user_id) WHERE state = 'open';
  ${appendOnly('hub', 'holds', [
    ...['id', 'user_id', 'action', 'owner', 'amount', 'list_cost', 'catalogue_version', 'grants'],
    ...['placed_at', 'expires_at', 'correlation_id', 'causation_id'],
  ])}
  GRANT UPDATE (state, captured, settled_at) ON hub.holds TO phoenix_hub;
  CREATE FUNCTION hub.refuse_second_settlement() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'The hold % is % already: it is settled once.', OLD.id, OLD.state
      USING ERRCODE = 'restrict_violation';
  END $$;
  CREATE TRIGGER holds_settled_once BEFORE UPDATE ON hub.holds
    FOR EACH ROW WHEN (OLD.state <> 'open') EXECUTE FUNCTION hub.refuse_second_settlement();
`;

const entriesAndStaff = `
  ALTER TABLE hub.entries
    DROP CONSTRAINT entries_kind_check,
    ADD CONSTRAINT entries_kind_check
      CHECK (kind IN ('grant', 'consume', 'capture', 'refund', 'expire', 'correction')),
    ADD hold_id uuid REFERENCES hub.holds,
    ADD refund_of uuid REFERENCES hub.entries,
    ADD by_self boolean,
    ADD CONSTRAINT entries_refund CHECK ((kind = 'refund') = (refund_of IS NOT NULL)),
    ADD CONSTRAINT entries_capture CHECK ((kind = 'capture') = (hold_id IS NOT NULL));
  CREATE UNIQUE INDEX entries_one_refund ON hub.entries (refund_of) WHERE refund_of IS NOT NULL;
  CREATE UNIQUE INDEX entries_one_capture ON hub.entries (hold_id) WHERE hold_id IS NOT NULL;
  CREATE INDEX entries_self_refunds ON hub.entries (user_id) WHERE by_self;

  CREATE TABLE hub.staff_actions (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    staff_id uuid NOT NULL,
    user_id uuid NOT NULL REFERENCES hub.accounts,
    version bigint NOT NULL,
    command text NOT NULL,
    reason_code text NOT NULL,
    reason text NOT NULL,
    entry_id uuid REFERENCES hub.entries
  );
  CREATE INDEX staff_actions_of_user ON hub.staff_actions (user_id, id);
  ${appendOnly('hub', 'staff_actions')}
`;
