import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may sign access tokens, and which sessions were opened and ended: the truth behind the identity buckets. */
export class Identity1763800000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE website.token_keys (
        key_id text PRIMARY KEY,
        public_key jsonb NOT NULL,
        added_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        removed_at timestamptz
      );
      GRANT UPDATE (removed_at) ON website.token_keys TO phoenix_website;

      CREATE TABLE website.sessions (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL,
        staff boolean NOT NULL,
        -- The one-time code that opened it: it opens no second one.
        code_id uuid CONSTRAINT sessions_code_used_once UNIQUE,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz
      );
      CREATE INDEX sessions_revoked ON website.sessions (expires_at) WHERE revoked_at IS NOT NULL;
      GRANT UPDATE (revoked_at) ON website.sessions TO phoenix_website;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Sessions that were ended stay ended: restore a backup instead.');
  }
}
