import type { MigrationInterface, QueryRunner } from 'typeorm';

/** To which outside providers each user agreed that texts go; what was withdrawn is not there, and its event is. */
export class ProviderAgreements1764900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE letters.provider_agreements (
        user_id uuid NOT NULL,
        provider text NOT NULL,
        agreed_at timestamptz NOT NULL,
        PRIMARY KEY (user_id, provider)
      );
      GRANT DELETE ON letters.provider_agreements TO phoenix_letters;
    `);
  }

  async down(): Promise<void> {
    throw new Error('An agreement is taken back by who gave it: restore a backup instead.');
  }
}
