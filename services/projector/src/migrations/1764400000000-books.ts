import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runTimeRole } from '#libs/persistence';

/** How the books were found when they were last compared, and who differed. */
export class Books1764400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE projector.books (
        singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
        compared_at timestamptz NOT NULL,
        compared int NOT NULL,
        unsettled int NOT NULL,
        differing uuid[] NOT NULL,
        first_reason text,
        CONSTRAINT books_first CHECK ((cardinality(differing) = 0) = (first_reason IS NULL))
      );
      GRANT UPDATE ON projector.books TO ${runTimeRole('projector')};
    `);
  }

  async down(): Promise<void> {
    throw new Error('Dropping the projector’s tables and replaying is the way back.');
  }
}
