import { describe, expect, it } from '@jest/globals';
import {
  accountOpened,
  energyConsumed,
  energyCorrected,
  energyExpired,
  energyGranted,
  energyHoldCaptured,
  energyHoldExpired,
  energyHoldPlaced,
  energyHoldReleased,
  energyRefunded,
  subscriptionStarted,
  type DataOf,
  type energyEvents,
} from '#libs/contracts';
import { energyHistory } from './energy-history.js';
import type { EnergyEvent } from './energy-movement.js';

const userId = '5bb6f3a1-65f1-4d6e-9a70-3a1a05d33b5e';
const eventId = '0f4f7a52-63a5-4c1c-8df5-3f6b5d1f3a11';
const [entryId, holdId, refundOf] = ['entry', 'hold', 'refunded'];

function event<E extends (typeof energyEvents)[number]>(contract: E, data: Partial<DataOf<E>>) {
  const occurredAt = '2026-01-02T03:04:05.678Z';
  const envelope = { id: eventId, userId, subjectVersion: 7, occurredAt };
  return { type: contract.type, data, envelope, sequence: 70 } as unknown as EnergyEvent;
}

const figures = { balance: 90, held: 12 };
const returned = [{ grantId: 'grant', amount: 5 }];
const regrant = { grantId: 'new', amount: 2, expiresAt: '2026-01-09T03:04:05.678Z' };

describe('the energy history', () => {
  it('given an opened account, holds a balance of nothing and no movement', () => {
    expect(energyHistory.project(event(accountOpened, {}))).toEqual({
      energy_balances: [{ user_id: userId, balance: 0, held: 0, version: 7 }],
    });
  });

  it('given points, holds a whole line and the figures that the hub told', () => {
    const granted = event(energyGranted, { entryId, amount: 100, ...figures });
    expect(energyHistory.project(granted)).toEqual({
      energy_history: [
        {
          user_id: userId,
          sequence: 70,
          event_id: eventId,
          kind: 'grant',
          action: null,
          amount: 100,
          held_change: 0,
          list_cost: null,
          ...figures,
          entry_id: entryId,
          hold_id: null,
          refund_of: null,
          version: 7,
          occurred_at: '2026-01-02T03:04:05.678Z',
        },
      ],
      energy_balances: [{ user_id: userId, ...figures, version: 7 }],
    });
  });

  const action = 'analyse_offre' as const;

  it.each([
    [
      event(energyConsumed, { entryId, action, cost: 10, listCost: 10, ...figures }),
      { kind: 'consume', action, amount: -10, list_cost: 10, entry_id: entryId },
    ],
    [
      event(energyHoldPlaced, { holdId, action, amount: 12, listCost: 12, ...figures }),
      { kind: 'hold', action, amount: 0, held_change: 12, list_cost: 12, hold_id: holdId },
    ],
    [
      event(energyHoldCaptured, {
        ...{ entryId, holdId, action, cost: 5, listCost: 12, returned, regrant, ...figures },
      }),
      { kind: 'capture', amount: -5, held_change: -12, entry_id: entryId, hold_id: holdId },
    ],
    [
      event(energyHoldReleased, { holdId, returned, regrant: null, ...figures }),
      { kind: 'release', amount: 0, held_change: -5, entry_id: null, hold_id: holdId },
    ],
    [
      event(energyHoldExpired, { holdId, returned: [], regrant, ...figures }),
      { kind: 'hold-expiry', amount: 0, held_change: -2, hold_id: holdId },
    ],
    [
      event(energyRefunded, { entryId, refundOf, action, amount: 10, ...figures }),
      { kind: 'refund', action, amount: 10, entry_id: entryId, refund_of: refundOf },
    ],
    [
      event(energyExpired, { entryId, amount: 4, ...figures }),
      { kind: 'expire', amount: -4, entry_id: entryId },
    ],
    [
      event(energyCorrected, { entryId, amount: -3, ...figures }),
      { kind: 'correction', amount: -3, entry_id: entryId },
    ],
  ])('given $type, holds its line', (told, line) => {
    expect(energyHistory.project(told)).toMatchObject({
      energy_history: [line],
      energy_balances: [{ ...figures, version: 7 }],
    });
  });

  it('given a plan, moves nothing and knows the version', () => {
    expect(energyHistory.project(event(subscriptionStarted, figures))).toEqual({
      energy_balances: [{ user_id: userId, ...figures, version: 7 }],
    });
  });

  it('given an action that cost nothing, holds a plain zero', () => {
    const free = event(energyConsumed, { action, cost: 0, listCost: 10, ...figures });
    const [row] = energyHistory.project(free).energy_history!;
    expect(Object.is(row?.amount, 0)).toBe(true);
  });
});
