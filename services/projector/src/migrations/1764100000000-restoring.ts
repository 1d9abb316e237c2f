import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A stream that was lost may be made anew under the next epoch, and is known to be until all is back (R19). */
export class Restoring1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE projector.stream_epoch DROP CONSTRAINT stream_epoch_state_check,
        ADD CONSTRAINT stream_epoch_state_check CHECK (state IN ('creating', 'created', 'restoring'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Dropping the projector’s tables and replaying is the way back.');
  }
}
