import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runTimeRole } from '#libs/persistence';
import { buildTables } from './build-tables.js';

const role = runTimeRole('projector');

/**
 * Builds of read models, made and dropped by the projector itself, and the replays that fill them. `table_version`
 * everywhere is the number of a build. Version 1 of the energy history, which nothing has read since version 2, goes.
 */
export class Builds1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE projector.builds (
        model text NOT NULL,
        build int NOT NULL CHECK (build > 0),
        definition_version int NOT NULL,
        state text NOT NULL CHECK (state IN ('live', 'standby', 'shadow', 'discarded')),
        tables text[] NOT NULL,
        made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        indexed_at timestamptz,
        dropped_at timestamptz,
        PRIMARY KEY (model, build)
      );
      CREATE UNIQUE INDEX ON projector.builds (model) WHERE state = 'live';
      GRANT UPDATE (state, indexed_at, dropped_at) ON projector.builds TO ${role};
      GRANT UPDATE (table_version) ON projector.read_model_pointers TO ${role};

      DROP TABLE projector.energy_history_v1, projector.energy_balances_v1;
      DELETE FROM projector.dead_letters WHERE (model, table_version) = ('energy-history', 1);
      DELETE FROM projector.subject_versions WHERE (model, table_version) = ('energy-history', 1);
      DELETE FROM projector.checkpoints WHERE (model, table_version) = ('energy-history', 1);
      INSERT INTO projector.builds (model, build, definition_version, state, tables, indexed_at) VALUES
        ('event-store', 1, 1, 'live', '{event_store_v1}', clock_timestamp()),
        ('energy-history', 2, 2, 'live', '{energy_history_v2, energy_balances_v2}', clock_timestamp());

      CREATE TABLE projector.replays (
        id uuid PRIMARY KEY,
        model text NOT NULL,
        build int NOT NULL,
        kind text NOT NULL CHECK (kind IN ('replay', 'dry-run')),
        state text NOT NULL,
        rate int CHECK (rate > 0),
        only_user uuid,
        from_sequence bigint NOT NULL DEFAULT 1 CHECK (from_sequence > 0),
        paused_at timestamptz,
        verifications int NOT NULL DEFAULT 0,
        reason text,
        report jsonb,
        replaced_build int,
        started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        filled_at timestamptz,
        ended_at timestamptz,
        FOREIGN KEY (model, build) REFERENCES projector.builds,
        UNIQUE (model, build)
      );
      CREATE UNIQUE INDEX ON projector.replays (model) WHERE ended_at IS NULL;
      GRANT UPDATE ON projector.replays TO ${role};

      ${buildTables}
    `);
  }

  async down(): Promise<void> {
    throw new Error('Dropping the projector’s tables and replaying is the way back.');
  }
}
