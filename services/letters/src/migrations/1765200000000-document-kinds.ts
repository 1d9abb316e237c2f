import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents of every kind that letters write, by any engine: which there are is told by the contracts. */
export class DocumentKinds1765200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE letters.letters DROP CONSTRAINT letters_kind_check,
        ADD CONSTRAINT letters_kind_check CHECK (kind ~ '^[a-z-]{1,40}$');
      ALTER TABLE letters.letter_versions DROP CONSTRAINT letter_versions_engine_check,
        ADD CONSTRAINT letter_versions_engine_check CHECK (engine ~ '^[a-z-]{1,40}$');
    `);
  }

  async down(): Promise<void> {
    throw new Error('Kinds of documents are not taken back: restore a backup instead.');
  }
}
