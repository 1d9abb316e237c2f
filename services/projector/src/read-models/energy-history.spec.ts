import { describe, expect, it } from '@jest/globals';
import type { DataOf, EventContract } from '#libs/contracts';
import { accountOpened, energyConsumed, energyGranted } from '#libs/contracts';
import { energyHistory } from './energy-history.js';
import type { EventOf } from './read-model.js';

const userId = '5bb6f3a1-65f1-4d6e-9a70-3a1a05d33b5e';
const eventId = '0f4f7a52-63a5-4c1c-8df5-3f6b5d1f3a11';

function event<E extends EventContract>(contract: E, version: number, data: Partial<DataOf<E>>) {
  return {
    type: contract.type,
    data,
    envelope: {
      id: eventId,
      userId,
      subjectVersion: version,
      occurredAt: '2026-01-02T03:04:05.678Z',
    },
    sequence: 70 + version,
  } as unknown as EventOf<typeof accountOpened | typeof energyGranted | typeof energyConsumed>;
}

const line = {
  user_id: userId,
  event_id: eventId,
  occurred_at: '2026-01-02T03:04:05.678Z',
};

describe('the energy history', () => {
  it('given an opened account, holds a balance of nothing and no movement', () => {
    expect(energyHistory.project(event(accountOpened, 1, {}))).toEqual({
      energy_balances_v1: [{ user_id: userId, balance: 0, held: 0, version: 1 }],
    });
  });

  it('given points, holds a line with their number and the balance that the hub told', () => {
    const granted = event(energyGranted, 2, { amount: 100, balance: 130, held: 15 });
    expect(energyHistory.project(granted)).toEqual({
      energy_history_v1: [
        {
          ...line,
          sequence: 72,
          kind: 'grant',
          action: null,
          amount: 100,
          balance: 130,
          version: 2,
        },
      ],
      energy_balances_v1: [{ user_id: userId, balance: 130, held: 15, version: 2 }],
    });
  });

  it('given an action, holds a negative line with what it cost', () => {
    const data = { action: 'analyse_offre', cost: 10, listCost: 10, balance: 90, held: 0 } as const;
    expect(energyHistory.project(event(energyConsumed, 3, data))).toEqual({
      energy_history_v1: [
        {
          ...line,
          sequence: 73,
          kind: 'consume',
          action: 'analyse_offre',
          amount: -10,
          balance: 90,
          version: 3,
        },
      ],
      energy_balances_v1: [{ user_id: userId, balance: 90, held: 0, version: 3 }],
    });
  });

  it('given an action that cost nothing, holds a plain zero', () => {
    const data = { action: 'analyse_offre', cost: 0, listCost: 10, balance: 90, held: 0 } as const;
    const [row] = energyHistory.project(event(energyConsumed, 3, data)).energy_history_v1!;
    expect(Object.is(row?.amount, 0)).toBe(true);
  });
});
