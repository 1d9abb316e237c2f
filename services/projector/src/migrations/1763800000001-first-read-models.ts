import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, firstTables } from './first-tables.js';

const { eventStore1, energyHistory1, energyBalances1 } = firstTables;

/** The tables of event store and energy history, version 1, and the pointers that make them the ones read (R25). */
export class FirstReadModels1763800000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of [eventStore1, energyHistory1, energyBalances1])
      await runner.query(createTable(table));
    await runner.query(
      `INSERT INTO projector.read_model_pointers VALUES ('event-store', 1), ('energy-history', 1)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Dropping the projector’s tables and replaying is the way back.');
  }
}
