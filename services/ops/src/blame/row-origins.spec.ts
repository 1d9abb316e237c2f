import { describe, expect, it } from '@jest/globals';
import type { TracedEvent } from '#libs/contracts';
import { rowOrigins } from './row-origins.js';

type TracedRow = TracedEvent['models'][number]['rows'][number];

const at = '2026-11-23T08:00:00.000Z';
const user = '9b2a5e2e-5f0c-4c7e-8f43-0b9b8a0f3b11';
const balances = { table: 'energy_balances', way: 'replaced', key: { user_id: user } } as const;
const usage = {
  table: 'energy_usage',
  way: 'summed',
  key: { user_id: user, day: '2026-11-23' },
} as const;

function event(
  sequence: number,
  rows: TracedRow[],
  state: 'taken' | 'ahead' = 'taken',
): TracedEvent {
  const models = [{ model: 'energy-history', build: 2, state, rows }];
  return { sequence, models } as unknown as TracedEvent;
}

describe('where a row comes from', () => {
  it('is each event whose figures were added up in it', () => {
    const kept = { user_id: user, day: '2026-11-23', times: 2, cost: 8 };
    const rows = [5, 3].map((cost) => ({ ...usage, made: { ...usage.key, times: 1, cost }, kept }));
    const [origin] = rowOrigins(rows.map((row, n) => event(n + 1, [row])));
    expect(origin).toMatchObject({ kept, fault: null, events: [{ sequence: 1 }, { sequence: 2 }] });
  });

  it('is the last event where each replaces the row', () => {
    const made = (balance: number) => ({ user_id: user, balance });
    const rows = [95, 90].map((one) => ({ ...balances, made: made(one), kept: made(90) }));
    const events = rows.map((row, n) => event(n + 1, [row]));
    expect(rowOrigins(events)).toMatchObject([{ fault: null }]);
    expect(rowOrigins(events.slice(0, 1))).toMatchObject([
      { fault: 'balance is 90, and its events make 95' },
    ]);
  });

  it('is not an event that the model has not taken', () => {
    const row = { ...balances, made: { user_id: user, balance: 95 }, kept: null };
    expect(rowOrigins([event(1, [row], 'ahead')])).toEqual([]);
  });

  it('leaves a row that is missing without an excuse, and takes an instant for the same however it is written', () => {
    const lost = { ...balances, made: { user_id: user, balance: 95 }, kept: null };
    expect(rowOrigins([event(1, [lost])])).toMatchObject([{ fault: 'the row is not there' }]);
    const kept = { user_id: user, occurred_at: '2026-11-23T08:00:00+00:00' };
    const row = {
      ...balances,
      way: 'added' as const,
      made: { user_id: user, occurred_at: at },
      kept,
    };
    expect(rowOrigins([event(1, [row])])).toMatchObject([{ fault: null }]);
  });
});
