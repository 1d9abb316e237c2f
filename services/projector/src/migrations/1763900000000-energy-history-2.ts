import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, firstTables } from './first-tables.js';

const { energyHistory2, energyBalances2 } = firstTables;

/**
 * Version 2 of the energy history, with holds, refunds and all else that can happen to an account. It fills itself from
 * the stream and is the one read from now on (R25); version 1 stays for a projector of the version before.
 */
export class EnergyHistory21763900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of [energyHistory2, energyBalances2]) await runner.query(createTable(table));
    await runner.query(
      `UPDATE projector.read_model_pointers SET table_version = 2 WHERE model = 'energy-history'`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Pointing at version 1 again is the way back.');
  }
}
