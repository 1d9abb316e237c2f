import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runTimeRole } from '#libs/persistence';

/**
 * Letters with their versions. A version that is paid for is readable once its work is delivered. Of a deleted letter
 * only its row stays: no text, so that its id is known to be gone.
 */
export class Letters1765100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE letters.letters (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('letter', 'passage')),
        begun_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        deleted_at timestamptz
      );
      CREATE INDEX letters_of_user ON letters.letters (user_id, begun_at DESC, id DESC);
      GRANT UPDATE ON letters.letters TO ${runTimeRole('letters')};

      CREATE TABLE letters.letter_versions (
        letter_id uuid NOT NULL REFERENCES letters.letters,
        version int NOT NULL CHECK (version > 0),
        text text NOT NULL,
        engine text NOT NULL CHECK (engine IN ('local', 'user')),
        engine_version text,
        words int NOT NULL,
        characters int NOT NULL,
        -- The paid request that wrote it; null when its user did.
        work_key uuid,
        written_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (letter_id, version),
        CHECK ((engine = 'user') = (work_key IS NULL))
      );
      GRANT DELETE ON letters.letter_versions TO ${runTimeRole('letters')};

      CREATE VIEW letters.readable_versions AS
        SELECT letter.user_id, letter.id AS letter_id, letter.kind, letter.begun_at, one.version, one.text,
               one.words, one.characters, one.engine, one.engine_version, work.entry_id, one.written_at
        FROM letters.letters AS letter
        JOIN letters.letter_versions AS one ON one.letter_id = letter.id
        LEFT JOIN letters.paid_work AS work ON work.user_id = letter.user_id AND work.key = one.work_key
        WHERE letter.deleted_at IS NULL AND (one.work_key IS NULL OR work.state = 'delivered');
    `);
  }

  async down(): Promise<void> {
    throw new Error('Letters are not taken back: restore a backup instead.');
  }
}
