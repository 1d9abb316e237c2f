import { accountOpened, energyConsumed, energyGranted } from '#libs/contracts';
import { defineReadModel, defineTable, type EventOf } from './read-model.js';

const lines = defineTable({
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
});

const balances = defineTable({
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
});

const reads = [accountOpened, energyGranted, energyConsumed] as const;

/** Each movement of a user's energy, and the balance after the last of them, as the hub told them. */
export const energyHistory = defineReadModel({
  name: 'energy-history',
  version: 1,
  reads,
  tables: [lines, balances],
  project: projectEnergy,
});

type EnergyEvent = EventOf<(typeof reads)[number]>;

function projectEnergy(event: EnergyEvent) {
  switch (event.type) {
    case 'AccountOpened':
      return { energy_balances_v1: [balanceAfter(event, { balance: 0, held: 0 })] };
    case 'EnergyGranted':
      return movement(event, { kind: 'grant', action: null, amount: event.data.amount });
    case 'EnergyConsumed':
      return movement(event, {
        kind: 'consume',
        action: event.data.action,
        amount: 0 - event.data.cost,
      });
  }
}

interface Movement {
  readonly kind: 'grant' | 'consume';
  readonly action: string | null;
  /** Signed points. */
  readonly amount: number;
}

function movement(event: Exclude<EnergyEvent, { type: 'AccountOpened' }>, moved: Movement) {
  const { envelope, sequence, data } = event;
  const line = {
    ...moved,
    user_id: envelope.userId,
    sequence,
    event_id: envelope.id,
    balance: data.balance,
    version: envelope.subjectVersion,
    occurred_at: envelope.occurredAt,
  };
  return { energy_history_v1: [line], energy_balances_v1: [balanceAfter(event, data)] };
}

function balanceAfter(event: EnergyEvent, { balance, held }: { balance: number; held: number }) {
  const { userId, subjectVersion } = event.envelope;
  return { user_id: userId, balance, held, version: subjectVersion };
}
