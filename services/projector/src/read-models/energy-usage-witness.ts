import type { Fact } from '../engine/fact.js';
import type { Expected, Vouched, Witness } from '../verify/witness.js';

interface Told {
  readonly action: string;
  readonly cost?: number;
  readonly listCost?: number;
  readonly amount?: number;
}

/** Time zone data of this machine: another way to the day than the one that is being checked. */
const paris = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' });
const uses = new Set(['EnergyConsumed', 'EnergyHoldCaptured']);

/** Counts again what each user used on each day, event by event. */
export function energyUsageWitness(): Witness {
  const lines = new Map<string, { row: Vouched; fact: Fact }>();
  return {
    take(fact) {
      const { source, userId, type, occurredAt } = fact.envelope;
      const refund = type === 'EnergyRefunded';
      if (source !== 'hub' || !(refund || uses.has(type))) return [];
      const told = JSON.parse(Buffer.from(fact.bytes).toString()) as Told;
      const day = paris.format(new Date(occurredAt));
      const key = `${userId} ${day} ${told.action}`;
      const [times, cost, list, refunds, refunded] = figuresOf(lines.get(key)?.row);
      const row = {
        ...{ user_id: userId, day, action: told.action, times: times + (refund ? 0 : 1) },
        ...{ cost: cost + (told.cost ?? 0), list_cost: list + (told.listCost ?? 0) },
        ...{ refunds: refunds + (refund ? 1 : 0), refunded: refunded + (told.amount ?? 0) },
      };
      lines.set(key, { row, fact });
      return [];
    },
    *last(): Iterable<Expected> {
      for (const { row, fact } of lines.values()) yield { table: 'energy_usage', row, fact };
    },
  };
}

function figuresOf(row: Vouched = {}): [number, number, number, number, number] {
  const of = (column: string) => Number(row[column] ?? 0);
  return [of('times'), of('cost'), of('list_cost'), of('refunds'), of('refunded')];
}
