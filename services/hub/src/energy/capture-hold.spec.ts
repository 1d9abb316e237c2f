import { describe, expect, it } from '@jest/globals';
import type { ServiceName } from '#libs/contracts';
import {
  accepted,
  accountWith,
  countingContext,
  granted,
  noon,
  numberedId,
  sampleKey,
} from './account-history.sample.js';
import { decideCaptureHold } from './capture-hold.js';
import type { EnergyAccount } from './energy-account.js';
import { decidePlaceHold } from './place-hold.js';
import { PriceList, builtInPrices } from './price-list.js';

const soon = '2026-11-22T12:05:00.000Z';

/** 15 points held: 8 of grant 2, which expires soon, and 7 of grant 1. */
function holding(): EnergyAccount {
  const request = { action: 'lettre_motivation', owner: 'letters', lifetimeMs: 900_000 } as const;
  const account = accountWith(10, granted(2, 8, 18, soon));
  const ids = { ...countingContext(), newId: () => numberedId(90) };
  return accepted(decidePlaceHold(account, { ...request, ...sampleKey }, ids)).after;
}

function capture(
  account: EnergyAccount,
  { amount, at = noon, owner = 'letters' }: { amount?: number; at?: string; owner?: ServiceName },
) {
  const hold = { userId: account.userId, holdId: numberedId(90), owner };
  return decideCaptureHold(account, { ...hold, amount, ...sampleKey }, countingContext(at));
}

describe('decideCaptureHold', () => {
  it('takes what the hold pinned, from the grants that it pinned', () => {
    const { events, after, reply } = accepted(capture(holding(), {}));
    expect(events[0]?.data).toMatchObject({
      cost: 15,
      grants: [
        { grantId: numberedId(2), amount: 8 },
        { grantId: numberedId(1), amount: 7 },
      ],
      returned: [],
      regrant: null,
      balance: 3,
      held: 0,
    });
    expect(after).toMatchObject({ holds: [], balance: 3 });
    expect(reply).toMatchObject({ cost: 15, returned: 0, balance: 3, available: 3 });
  });

  it('takes what would expire first, and gives the rest back', () => {
    const { events, after } = accepted(capture(holding(), { amount: 9 }));
    expect(events[0]?.data).toMatchObject({
      grants: [
        { grantId: numberedId(2), amount: 8 },
        { grantId: numberedId(1), amount: 1 },
      ],
      returned: [{ grantId: numberedId(1), amount: 6 }],
      regrant: null,
    });
    expect(after.grants).toMatchObject([{ id: numberedId(1), remaining: 9 }]);
  });

  it('R12: gives back to a new grant of 7 days what came from one that has expired', () => {
    const { events, after } = accepted(capture(holding(), { amount: 3, at: soon }));
    expect(events[0]?.data).toMatchObject({
      returned: [{ grantId: numberedId(1), amount: 7 }],
      regrant: { amount: 5, expiresAt: '2026-11-29T12:05:00.000Z' },
    });
    expect(
      after.grants.map(({ remaining }) => remaining).sort((one, other) => one - other),
    ).toEqual([5, 10]);
  });

  it('R12: charges the price that the hold pinned, whatever the catalogue says now', () => {
    const { version, actions, packs } = builtInPrices;
    const letter = { ...actions.lettre_motivation, cost: 40 };
    const dearer = new PriceList(version + 1, { ...actions, lettre_motivation: letter }, packs);
    const account = holding();
    const request = { userId: account.userId, holdId: numberedId(90), owner: 'letters' as const };
    const context = { ...countingContext(), catalogue: dearer };
    const { events } = accepted(decideCaptureHold(account, { ...request, ...sampleKey }, context));
    expect(events[0]?.data).toMatchObject({ cost: 15, listCost: 15, catalogueVersion: version });
  });

  it('refuses more than the hold, another service, and what is settled', () => {
    const account = holding();
    expect(capture(account, { amount: 16 })).toMatchObject({ code: 'CAPTURE_EXCEEDS_HOLD' });
    expect(capture(account, { owner: 'cv' })).toMatchObject({ code: 'HOLD_NOT_FOUND' });
    const { after } = accepted(capture(account, {}));
    expect(capture(after, {})).toMatchObject({ code: 'HOLD_ALREADY_SETTLED' });
    expect(capture(after, { owner: 'cv' })).toMatchObject({ code: 'HOLD_NOT_FOUND' });
  });
});
