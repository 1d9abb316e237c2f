import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, outboxTables } from '#libs/persistence';

/** The ledger: one row an account, which is its lock; entries that are never changed; grants; keys kept for ever. */
export class EnergyLedger1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(outboxTables('hub'));
    await runner.query(`
      CREATE TABLE hub.accounts (
        user_id uuid PRIMARY KEY,
        version bigint NOT NULL DEFAULT 0 CHECK (version >= 0),
        balance int NOT NULL DEFAULT 0,
        held int NOT NULL DEFAULT 0 CHECK (held >= 0),
        last_at timestamptz NOT NULL DEFAULT '-infinity',
        CONSTRAINT accounts_available CHECK (balance >= held)
      );
      GRANT UPDATE ON hub.accounts TO phoenix_hub;

      CREATE TABLE hub.entries (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES hub.accounts,
        version bigint NOT NULL,
        kind text NOT NULL CHECK (kind IN ('grant', 'consume')),
        action text,
        amount int NOT NULL,
        list_cost int,
        grants jsonb NOT NULL,
        balance int NOT NULL CHECK (balance >= 0),
        occurred_at timestamptz NOT NULL,
        CONSTRAINT entries_version UNIQUE (user_id, version)
      );
      ${appendOnly('hub', 'entries')}

      CREATE TABLE hub.grants (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES hub.accounts,
        source text NOT NULL CHECK (source IN ('welcome', 'purchase', 'gesture', 'refund')),
        amount int NOT NULL CHECK (amount > 0),
        remaining int NOT NULL CHECK (remaining BETWEEN 0 AND amount),
        expires_at timestamptz,
        granted_at timestamptz NOT NULL
      );
      CREATE INDEX grants_to_spend ON hub.grants (user_id) WHERE remaining > 0;
      CREATE UNIQUE INDEX grants_one_welcome ON hub.grants (user_id) WHERE source = 'welcome';
      GRANT UPDATE (remaining) ON hub.grants TO phoenix_hub;

      CREATE TABLE hub.idempotency_keys (
        user_id uuid NOT NULL,
        key uuid NOT NULL,
        fingerprint text NOT NULL,
        reply text NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (user_id, key)
      );
      ${appendOnly('hub', 'idempotency_keys')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('The ledger is not taken back: restore a backup instead.');
  }
}
