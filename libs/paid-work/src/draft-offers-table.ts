import type { QueryRunner } from 'typeorm';
import { runTimeRole, type Migration, type StoringService } from '#libs/persistence';

/** The migration by which a service remembers at which requests a provider failed, so that their drafts are free. */
export function draftOffersTable(service: StoringService): Migration {
  return class DraftOffers1765300000000 {
    readonly name = 'DraftOffers1765300000000';

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(`
        CREATE TABLE ${service}.draft_offers (
          user_id uuid NOT NULL,
          key uuid NOT NULL,
          fingerprint text NOT NULL,
          failure text NOT NULL,
          hold_id uuid NOT NULL,
          until timestamptz NOT NULL,
          PRIMARY KEY (user_id, key)
        );
        GRANT UPDATE ON ${service}.draft_offers TO ${runTimeRole(service)};
      `);
    }

    async down(): Promise<void> {
      throw new Error('What was offered is not taken back: restore a backup instead.');
    }
  };
}
