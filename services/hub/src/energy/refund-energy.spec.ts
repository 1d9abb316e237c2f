import { describe, expect, it } from '@jest/globals';
import {
  accepted,
  accountWith,
  countingContext,
  granted,
  noon,
  numberedId,
  sampleKey,
} from './account-history.sample.js';
import type { Consumption, EnergyAccount } from './energy-account.js';
import { decideRefundEnergy } from './refund-energy.js';

const entryId = numberedId(50);
const grantedAt = noon;
const paid: Consumption = {
  ...{ entryId, action: 'lettre_motivation', cost: 15, at: noon, refunded: false },
  grants: [
    { grantId: numberedId(2), amount: 5, expiresAt: '2026-11-23T00:00:00.000Z', grantedAt },
    { grantId: numberedId(1), amount: 10, expiresAt: null, grantedAt },
  ],
};

function having(consumption: Partial<Consumption>, more: Partial<EnergyAccount> = {}) {
  const consumptions = new Map([[entryId, { ...paid, ...consumption }]]);
  return { ...accountWith(20), consumptions, ...more };
}

const refund = (account: EnergyAccount, at = noon, bySelf = true) =>
  decideRefundEnergy(account, { entryId, bySelf, ...sampleKey }, countingContext(at));

describe('decideRefundEnergy', () => {
  it('gives back what the action took, to the grants that it came from', () => {
    const { events, after } = accepted(refund(having({})));
    expect(events[0]?.data).toMatchObject({
      refundOf: entryId,
      amount: 15,
      returned: [
        { grantId: numberedId(2), amount: 5 },
        { grantId: numberedId(1), amount: 10 },
      ],
      regrant: null,
      bySelf: true,
      balance: 35,
    });
    expect(after.grants).toMatchObject([
      { id: numberedId(1), remaining: 30 },
      { id: numberedId(2), remaining: 5 },
    ]);
    expect(refund(after)).toMatchObject({ code: 'ALREADY_REFUNDED' });
  });

  it('R12: gives back to a new grant of 7 days what came from one that has expired', () => {
    const { events } = accepted(refund(having({}), '2026-11-24T00:00:00.000Z'));
    expect(events[0]?.data).toMatchObject({
      returned: [{ grantId: numberedId(1), amount: 10 }],
      regrant: { amount: 5, expiresAt: '2026-12-01T00:00:00.000Z' },
    });
  });

  it.each([
    ['after exactly 7 days', {}, '2026-11-29T12:00:00.000Z', undefined],
    ['a millisecond later', {}, '2026-11-29T12:00:00.001Z', 'too-late'],
    ['what cost nothing', { cost: 0, grants: [] }, noon, 'free'],
    [
      'an action that is not refundable',
      { action: 'conseil_rapide' as const },
      noon,
      'action-not-refundable',
    ],
  ])('looks at what is refundable: %s', (_, consumption, at, reason) => {
    const decision = refund(having(consumption), at);
    expect(decision).toMatchObject(
      reason ? { code: 'REFUND_NOT_ELIGIBLE', details: { reason } } : { reply: { amount: 15 } },
    );
  });

  it('R12: refunds three times in 30 days by oneself; the fourth is for staff', () => {
    const days = ['2026-10-24T00:00:00.000Z', '2026-11-01T00:00:00.000Z', noon];
    const account = having({}, { selfRefundsAt: days });
    expect(refund(account)).toMatchObject({ code: 'REFUND_REVIEW', details: { refunds: 3 } });
    expect(refund(account, noon, false)).toMatchObject({ reply: { amount: 15 } });
    const { after } = accepted(refund(account, '2026-11-23T12:00:00.000Z'));
    expect(after.selfRefundsAt).toHaveLength(4);
  });

  it('is not for a frozen account, unless staff ask', () => {
    const account = having({}, { frozen: true });
    expect(refund(account)).toMatchObject({ code: 'ACCOUNT_FROZEN' });
    expect(refund(account, noon, false)).toMatchObject({ reply: { amount: 15 } });
  });

  it('finds no entry that is none of this account’s', () => {
    expect(refund(accountWith(20, granted(2, 3, 23)))).toMatchObject({ code: 'ENTRY_NOT_FOUND' });
  });
});
