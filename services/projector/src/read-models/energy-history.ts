import { energyEvents } from '#libs/contracts';
import { energyWitness } from './energy-witness.js';
import { movementOf, type EnergyEvent } from './energy-movement.js';
import { defineReadModel, defineTable } from './read-model.js';

const lines = defineTable({
  name: 'energy_history',
  columns: {
    user_id: 'uuid NOT NULL',
    sequence: 'bigint NOT NULL',
    event_id: 'uuid NOT NULL',
    kind: 'text NOT NULL',
    action: 'text',
    amount: 'int NOT NULL',
    held_change: 'int NOT NULL',
    list_cost: 'int',
    balance: 'int NOT NULL',
    held: 'int NOT NULL',
    entry_id: 'uuid',
    hold_id: 'uuid',
    refund_of: 'uuid',
    version: 'bigint NOT NULL',
    occurred_at: 'timestamptz NOT NULL',
  },
  constraints: ['PRIMARY KEY (user_id, sequence)', 'UNIQUE (user_id, version)'],
  indexes: [],
  rows: 'added for ever',
  of: { user: 'user_id', place: 'sequence' },
});

const balances = defineTable({
  name: 'energy_balances',
  columns: {
    user_id: 'uuid NOT NULL',
    balance: 'int NOT NULL',
    held: 'int NOT NULL',
    version: 'bigint NOT NULL',
  },
  constraints: ['PRIMARY KEY (user_id)'],
  indexes: [],
  rows: { replacedBy: 'user_id' },
  of: { user: 'user_id', place: 'version' },
});

/** Each movement of a user's energy, and the balance after the last of them, as the hub told them. */
export const energyHistory = defineReadModel({
  name: 'energy-history',
  version: 2,
  reads: energyEvents,
  tables: [lines, balances],
  project: projectEnergy,
  witness: energyWitness,
});

function projectEnergy(event: EnergyEvent) {
  const { envelope, sequence } = event;
  const { userId: user_id, subjectVersion: version } = envelope;
  const { balance, held } = 'balance' in event.data ? event.data : { balance: 0, held: 0 };
  const energy_balances = [{ user_id, balance, held, version }];
  const movement = movementOf(event);
  if (!movement) return { energy_balances };
  // Column by column: of thousands a second, an object that is spread from others costs more than all the rest.
  const line = {
    user_id,
    sequence,
    event_id: envelope.id,
    kind: movement.kind,
    action: movement.action,
    amount: movement.amount,
    held_change: movement.held_change,
    list_cost: movement.list_cost,
    balance,
    held,
    entry_id: movement.entry_id,
    hold_id: movement.hold_id,
    refund_of: movement.refund_of,
    version,
    occurred_at: envelope.occurredAt,
  };
  return { energy_history: [line], energy_balances };
}
