import { describe, expect, it } from '@jest/globals';
import { accountOpened, energyGranted } from '#libs/contracts';
import { given } from '#libs/testing';
import { countingContext, granted, opened, sampleUser } from './account-history.sample.js';
import { evolve, noAccount } from './energy-account.js';
import type { AccountEvent } from './event-of-account.js';
import { decideOpenAccount } from './open-account.js';

const account = (...events: AccountEvent[]) => given(noAccount(sampleUser), evolve, ...events);

describe('decideOpenAccount', () => {
  it('opens the account and grants the welcome points', () => {
    const decision = account().when((state) => decideOpenAccount(state, countingContext()));
    expect(decision).toMatchObject({
      events: [
        { contract: accountOpened },
        {
          contract: energyGranted,
          data: { source: 'welcome', amount: 100, expiresAt: null, balance: 100 },
        },
      ],
      reply: { userId: sampleUser, opened: true, balance: 100, available: 100, version: 2 },
    });
  });

  it('grants the welcome points once: an open account stays as it is', () => {
    const decision = account(opened, granted(1, 7, 7)).when((state) =>
      decideOpenAccount(state, countingContext()),
    );
    expect(decision).toMatchObject({
      events: [],
      reply: { opened: false, balance: 7, version: 2 },
    });
  });
});
