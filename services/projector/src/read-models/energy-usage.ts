import { energyConsumed, energyHoldCaptured, energyRefunded } from '#libs/contracts';
import { energyUsageWitness } from './energy-usage-witness.js';
import { parisDay } from './paris-day.js';
import { defineReadModel, defineTable, type EventOf } from './read-model.js';

const reads = [energyConsumed, energyHoldCaptured, energyRefunded] as const;

const usage = defineTable({
  name: 'energy_usage',
  columns: {
    user_id: 'uuid NOT NULL',
    day: 'date NOT NULL',
    action: 'text NOT NULL',
    times: 'int NOT NULL',
    cost: 'bigint NOT NULL',
    list_cost: 'bigint NOT NULL',
    refunds: 'int NOT NULL',
    refunded: 'bigint NOT NULL',
  },
  constraints: ['PRIMARY KEY (user_id, day, action)'],
  indexes: [],
  rows: { summedPer: ['user_id', 'day', 'action'] },
  of: { user: 'user_id', place: null },
});

/**
 * What a user used energy for, by day in Paris and action. Work under a hold counts when it is captured, on the day of
 * the capture; a refund is taken back on its own day.
 */
export const energyUsage = defineReadModel({
  name: 'energy-usage',
  version: 1,
  reads,
  tables: [usage],
  project: projectUsage,
  witness: energyUsageWitness,
});

function projectUsage({ type, data, envelope }: EventOf<(typeof reads)[number]>) {
  const { userId: user_id, occurredAt } = envelope;
  const key = { user_id, day: parisDay(occurredAt), action: data.action };
  const figures =
    type === 'EnergyRefunded'
      ? { times: 0, cost: 0, list_cost: 0, refunds: 1, refunded: data.amount }
      : { times: 1, cost: data.cost, list_cost: data.listCost, refunds: 0, refunded: 0 };
  return { energy_usage: [{ ...key, ...figures }] };
}
