import { describe, expect, it } from '@jest/globals';
import { energyHoldPlaced, subscriptionStarted } from '#libs/contracts';
import {
  accepted,
  accountWith,
  countingContext,
  granted,
  noon,
  numberedId,
  sampleKey,
} from './account-history.sample.js';
import type { EnergyAccount } from './energy-account.js';
import { happened } from './event-of-account.js';
import { decidePlaceHold } from './place-hold.js';

const place = (account: EnergyAccount, expectedCost?: number) =>
  decidePlaceHold(
    account,
    {
      ...{ action: 'lettre_motivation', owner: 'letters', lifetimeMs: 60_000 },
      ...{ expectedCost, ...sampleKey },
    },
    countingContext(),
  );

describe('decidePlaceHold', () => {
  it('takes the points out of their grants and leaves the balance as it is (R12)', () => {
    const { events, after, reply } = accepted(place(accountWith(20)));
    expect(events).toMatchObject([
      {
        contract: energyHoldPlaced,
        data: {
          holdId: numberedId(1),
          amount: 15,
          listCost: 15,
          grants: [{ grantId: numberedId(1), amount: 15 }],
          expiresAt: '2026-11-22T12:01:00.000Z',
          balance: 20,
          held: 15,
          ...sampleKey,
        },
      },
    ]);
    expect(after.grants).toMatchObject([{ id: numberedId(1), remaining: 5 }]);
    expect(reply).toMatchObject({ balance: 20, held: 15, available: 5 });
  });

  it('cannot hold what another hold has', () => {
    const { after } = accepted(place(accountWith(29)));
    expect(place(after)).toMatchObject({
      code: 'INSUFFICIENT_ENERGY',
      details: { required: 15, available: 14, deficit: 1 },
    });
  });

  it('remembers its grants with their dates, so that a drained one can be filled again', () => {
    const until = '2026-12-01T00:00:00.000Z';
    const { after } = accepted(place(accountWith(10, granted(2, 8, 18, until))));
    expect(after.grants).toMatchObject([{ id: numberedId(1), remaining: 3 }]);
    expect(after.holds[0]?.grants).toMatchObject([
      { grantId: numberedId(2), amount: 8, expiresAt: until },
      { grantId: numberedId(1), amount: 7, expiresAt: null },
    ]);
  });

  it('holds nothing in an unlimited period, whatever price was seen, and tells the list price', () => {
    const period = { startsAt: noon, endsAt: '2026-11-23T12:00:00.000Z', balance: 3, held: 0 };
    const started = happened(subscriptionStarted, { ...period, ...sampleKey }, noon);
    const { reply } = accepted(place(accountWith(3, started), 12));
    expect(reply).toMatchObject({ amount: 0, listCost: 15, held: 0, available: 3 });
  });

  it('does not hold another price than the one that was seen', () => {
    expect(place(accountWith(100), 12)).toMatchObject({ code: 'PRICE_CHANGED' });
  });
});
