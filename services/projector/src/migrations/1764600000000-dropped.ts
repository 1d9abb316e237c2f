import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runTimeRole } from '#libs/persistence';

/** Messages that are no events of ours and were put away. */
export class Dropped1764600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE projector.dropped_messages (
        epoch uuid NOT NULL,
        sequence bigint NOT NULL,
        dropped_by text NOT NULL,
        reason text NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (epoch, sequence)
      );
      GRANT UPDATE (sequence) ON projector.dropped_messages TO ${runTimeRole('projector')};
    `);
  }

  async down(): Promise<void> {
    throw new Error('Dropping the projector’s tables and replaying is the way back.');
  }
}
