import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runTimeRole } from '#libs/persistence';

const role = runTimeRole('projector');

/** What the operator orders outside of replays: a model that is paused, and parked users who are tried once more. */
export class Operating1764200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE projector.builds
        ADD retries int NOT NULL DEFAULT 0,
        ADD retried int NOT NULL DEFAULT 0;
      GRANT UPDATE (retries, retried) ON projector.builds TO ${role};

      CREATE TABLE projector.model_pauses (
        model text PRIMARY KEY,
        paused_by text NOT NULL,
        reason text NOT NULL,
        since timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      GRANT UPDATE (model), DELETE ON projector.model_pauses TO ${role};
    `);
  }

  async down(): Promise<void> {
    throw new Error('Dropping the projector’s tables and replaying is the way back.');
  }
}
