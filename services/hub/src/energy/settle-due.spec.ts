import { describe, expect, it } from '@jest/globals';
import { subscriptionStarted } from '#libs/contracts';
import {
  accepted,
  accountWith,
  countingContext,
  granted,
  noon,
  numberedId,
  sampleKey,
  sampleUser,
} from './account-history.sample.js';
import type { EnergyAccount } from './energy-account.js';
import { happened } from './event-of-account.js';
import { decidePlaceHold } from './place-hold.js';
import { nextDueAt, settleDue } from './settle-due.js';

/** Holds 15 points from noon on, under the id. */
function holding(account: EnergyAccount, lifetimeMs: number, id = 90): EnergyAccount {
  const request = { action: 'lettre_motivation', owner: 'letters', lifetimeMs } as const;
  const context = { ...countingContext(), newId: () => numberedId(id) };
  return accepted(decidePlaceHold(account, { ...request, ...sampleKey }, context)).after;
}

const dueAt = (account: EnergyAccount, now: string) =>
  settleDue(account, countingContext(now)).map(({ event, causedBy }) => [event.type, causedBy]);

describe('settleDue', () => {
  it('R11: tells what is due, the earliest first, whatever kind it is', () => {
    const period = { startsAt: noon, endsAt: '2026-11-22T12:00:30.000Z', balance: 30, held: 0 };
    const account = holding(
      accountWith(20, granted(2, 10, 30, '2026-11-22T12:02:00.000Z')),
      60_000,
    );
    const started = happened(subscriptionStarted, { ...period, ...sampleKey }, noon);
    const withPeriod = { ...account, unlimited: started.data };
    expect(dueAt(withPeriod, '2026-11-22T12:00:29.999Z')).toEqual([]);
    expect(nextDueAt(withPeriod)).toBe('2026-11-22T12:00:30.000Z');
    expect(dueAt(withPeriod, '2026-11-22T13:00:00.000Z')).toEqual([
      ['SubscriptionEnded', sampleUser],
      ['EnergyHoldExpired', numberedId(90)],
      ['EnergyExpired', numberedId(2)],
    ]);
  });

  it('lets points that came back to a grant expire with it, as if each had been told in time', () => {
    const account = holding(
      accountWith(20, granted(2, 10, 30, '2026-11-22T12:02:00.000Z')),
      60_000,
    );
    const events = settleDue(account, countingContext('2026-11-22T13:00:00.000Z'));
    expect(events.map(({ event }) => event.data)).toMatchObject([
      {
        returned: [
          { grantId: numberedId(2), amount: 10 },
          { grantId: numberedId(1), amount: 5 },
        ],
        regrant: null,
        balance: 30,
        held: 0,
      },
      { grantId: numberedId(2), amount: 10, balance: 20, held: 0 },
    ]);
  });

  it('R12: gives the points of a hold that outlived its grant back to a new one', () => {
    const account = holding(
      accountWith(20, granted(2, 10, 30, '2026-11-22T12:00:30.000Z')),
      60_000,
    );
    const [event] = settleDue(account, countingContext('2026-11-22T13:00:00.000Z'));
    expect(event).toMatchObject({
      causedBy: numberedId(90),
      event: {
        occurredAt: '2026-11-22T13:00:00.000Z',
        data: {
          returned: [{ grantId: numberedId(1), amount: 5 }],
          regrant: { amount: 10, expiresAt: '2026-11-29T13:00:00.000Z' },
        },
      },
    });
  });

  it('knows when nothing is ever due', () => {
    expect(nextDueAt(accountWith(20))).toBeNull();
  });
});
