import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runTimeRole } from '#libs/persistence';

const role = runTimeRole('projector');

/** What the engine keeps beside the read models: which stream is ours, where each model stands, who is parked. */
export class Projector1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE projector.stream_epoch (
        ordinal int PRIMARY KEY CHECK (ordinal > 0),
        epoch uuid NOT NULL UNIQUE,
        state text NOT NULL CHECK (state IN ('creating', 'created')),
        recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      GRANT UPDATE (state) ON projector.stream_epoch TO ${role};

      CREATE TABLE projector.read_model_pointers (
        model text PRIMARY KEY,
        table_version int NOT NULL
      );

      CREATE TABLE projector.checkpoints (
        model text NOT NULL,
        table_version int NOT NULL,
        epoch uuid NOT NULL,
        sequence bigint NOT NULL CHECK (sequence >= 0),
        event_id uuid,
        state text NOT NULL CHECK (state IN ('running', 'paused', 'stopped')),
        reason text,
        PRIMARY KEY (model, table_version)
      );
      GRANT UPDATE ON projector.checkpoints TO ${role};

      CREATE TABLE projector.subject_versions (
        model text NOT NULL,
        table_version int NOT NULL,
        source text NOT NULL,
        subject_user_id uuid NOT NULL,
        version bigint NOT NULL CHECK (version >= 0),
        parked text CHECK (parked IN ('GAP', 'POISON')),
        PRIMARY KEY (model, table_version, source, subject_user_id)
      ) WITH (fillfactor = 80);
      CREATE INDEX ON projector.subject_versions (model, table_version) WHERE parked IS NOT NULL;
      GRANT UPDATE (version, parked) ON projector.subject_versions TO ${role};

      CREATE TABLE projector.dead_letters (
        model text NOT NULL,
        table_version int NOT NULL,
        sequence bigint NOT NULL,
        epoch uuid NOT NULL,
        source text,
        subject_user_id uuid,
        subject_version bigint,
        reason text NOT NULL CHECK (reason IN ('GAP', 'QUEUED', 'POISON', 'UNREADABLE')),
        explanation text NOT NULL,
        envelope text,
        data bytea NOT NULL,
        fingerprint text NOT NULL,
        recorded_at timestamptz NOT NULL,
        parked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (model, table_version, sequence),
        CONSTRAINT dead_letters_version
          UNIQUE (model, table_version, source, subject_user_id, subject_version)
      );
      GRANT UPDATE (reason, explanation), DELETE ON projector.dead_letters TO ${role};
    `);
  }

  async down(): Promise<void> {
    throw new Error('Dropping the projector’s tables and replaying is the way back.');
  }
}
