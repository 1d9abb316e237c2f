import { describe, expect, it } from '@jest/globals';
import {
  accepted,
  accountWith,
  countingContext,
  noon,
  sampleKey,
  sampleUser,
} from '../account-history.sample.js';
import type { EnergyAccount } from '../energy-account.js';
import { decideEndUnlimited } from './end-unlimited.js';
import { decideStartUnlimited } from './start-unlimited.js';

const staff = { onBehalfOf: sampleUser, reasonCode: 'payment', reason: 'x', ...sampleKey } as const;
const at = (day: number) => `2026-11-${day}T12:00:00.000Z`;

const start = (account: EnergyAccount, endsAt: string, startsAt?: string) =>
  decideStartUnlimited(account, { ...staff, startsAt, endsAt }, countingContext());
const until = (end: string, begin?: string) => accepted(start(accountWith(5), end, begin)).after;

describe('decideStartUnlimited', () => {
  it('begins now unless it is told when, and leaves a line of audit', () => {
    const { events, after, staffAction } = accepted(start(accountWith(5), at(25)));
    expect(events).toMatchObject([{ type: 'SubscriptionStarted', data: { balance: 5 } }]);
    expect(after.unlimited).toEqual({ startsAt: noon, endsAt: at(25) });
    expect(staffAction).toMatchObject({ command: 'start-unlimited', reasonCode: 'payment' });
    expect(until(at(25), at(24)).unlimited).toEqual({ startsAt: at(24), endsAt: at(25) });
  });

  it.each([
    ['a later end', at(27), undefined, { startsAt: noon, endsAt: at(27) }],
    ['a period that begins where it ends', at(27), at(25), { startsAt: noon, endsAt: at(27) }],
    ['an earlier beginning', at(23), at(21), { startsAt: at(21), endsAt: at(25) }],
  ])('lengthens the period that there is by %s', (_, endsAt, startsAt, period) => {
    const { events, after } = accepted(start(until(at(25)), endsAt, startsAt));
    expect(events[0]?.type).toBe('SubscriptionRenewed');
    expect(after.unlimited).toEqual(period);
  });

  it.each([
    ['the same end', at(25), undefined],
    ['an earlier end', at(24), undefined],
    ['a period after a gap', at(28), at(26)],
  ])('refuses %s', (_, endsAt, startsAt) => {
    expect(start(until(at(25)), endsAt, startsAt)).toMatchObject({ code: 'ALREADY_UNLIMITED' });
  });

  it('refuses an end that is not ahead', () => {
    expect(start(accountWith(5), noon)).toMatchObject({ code: 'DATE_PASSED' });
    expect(start(accountWith(5), at(24), at(24))).toMatchObject({ code: 'DATE_PASSED' });
  });

  it('can be ended at once, once', () => {
    const end = (account: EnergyAccount) => decideEndUnlimited(account, staff, countingContext());
    const { after } = accepted(end(until(at(25))));
    expect(after.unlimited).toBeNull();
    expect(end(after)).toMatchObject({ code: 'NOT_UNLIMITED' });
  });
});
