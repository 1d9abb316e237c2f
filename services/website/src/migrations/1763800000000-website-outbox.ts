import type { MigrationInterface, QueryRunner } from 'typeorm';
import { outboxTables } from '#libs/persistence';

/** The website's own events: who signed in, and when. */
export class WebsiteOutbox1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(outboxTables('website'));
  }

  async down(): Promise<void> {
    throw new Error('The event log is not taken back: restore a backup instead.');
  }
}
