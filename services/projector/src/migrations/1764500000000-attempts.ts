import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runTimeRole } from '#libs/persistence';

/** How often what is kept aside was tried, and when last. */
export class Attempts1764500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE projector.dead_letters
        ADD attempts int NOT NULL DEFAULT 1,
        ADD tried_at timestamptz;
      GRANT UPDATE (attempts, tried_at) ON projector.dead_letters TO ${runTimeRole('projector')};
    `);
  }

  async down(): Promise<void> {
    throw new Error('Dropping the projector’s tables and replaying is the way back.');
  }
}
