import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../engine/create-table.js';
import { eventStore } from '../read-models/event-store.js';
import { defineTable } from '../read-models/read-model.js';

/** The energy history as it was in its version 1; the model itself has gone on. */
const energyHistory = [
  defineTable({
    name: 'energy_history_v1',
    columns: {
      user_id: 'uuid NOT NULL',
      sequence: 'bigint NOT NULL',
      event_id: 'uuid NOT NULL',
      kind: 'text NOT NULL',
      action: 'text',
      amount: 'int NOT NULL',
      balance: 'int NOT NULL',
      version: 'bigint NOT NULL',
      occurred_at: 'timestamptz NOT NULL',
    },
    constraints: ['PRIMARY KEY (user_id, sequence)', 'UNIQUE (user_id, version)'],
    indexes: [],
    rows: 'added for ever',
  }),
  defineTable({
    name: 'energy_balances_v1',
    columns: {
      user_id: 'uuid NOT NULL',
      balance: 'int NOT NULL',
      held: 'int NOT NULL',
      version: 'bigint NOT NULL',
    },
    constraints: ['PRIMARY KEY (user_id)'],
    indexes: [],
    rows: { replacedBy: 'user_id' },
  }),
];

/** The tables of event store and energy history, version 1, and the pointers that make them the ones read (R25). */
export class FirstReadModels1763800000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of [...eventStore.tables, ...energyHistory])
      await runner.query(createTable(table));
    await runner.query(
      `INSERT INTO projector.read_model_pointers VALUES ('event-store', 1), ('energy-history', 1)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Dropping the projector’s tables and replaying is the way back.');
  }
}
