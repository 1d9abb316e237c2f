import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../engine/create-table.js';
import { energyHistory } from '../read-models/energy-history.js';
import { eventStore } from '../read-models/event-store.js';
import type { ReadModel } from '../read-models/read-model.js';

/** The tables of event store and energy history, version 1, and the pointers that make them the ones read (R25). */
export class FirstReadModels1763800000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const models: ReadModel[] = [eventStore, energyHistory];
    for (const { name, version, tables } of models) {
      for (const table of tables) await runner.query(createTable(table));
      await runner.query('INSERT INTO projector.read_model_pointers VALUES ($1, $2)', [
        name,
        version,
      ]);
    }
  }

  async down(): Promise<void> {
    throw new Error('Dropping the projector’s tables and replaying is the way back.');
  }
}
