import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { actionIds, catalogue, energyConsumed, Refusal } from '#libs/contracts';
import { given } from '#libs/testing';
import {
  countingContext,
  granted,
  noon,
  numberedId,
  opened,
  sampleUser,
} from './account-history.sample.js';
import { decideConsumeEnergy } from './consume-energy.js';
import type { Accepted } from './decision.js';
import { availableOf, evolve, noAccount, type EnergyAccount } from './energy-account.js';
import type { AccountEvent } from './event-of-account.js';

const idempotencyKey = numberedId(77);
const fingerprint = 'f'.repeat(64);
const account = (...events: AccountEvent[]) => given(noAccount(sampleUser), evolve, ...events);
const consume = (action: keyof typeof catalogue, expectedCost?: number) => (state: EnergyAccount) =>
  decideConsumeEnergy(
    state,
    { action, idempotencyKey, expectedCost, fingerprint },
    countingContext(),
  );

describe('decideConsumeEnergy', () => {
  it('takes the catalogue’s price and tells all that the ledger needs to fold it again (R5)', () => {
    const decision = account(opened, granted(1, 100, 100)).when(consume('lettre_motivation'));
    expect(decision).toMatchObject({
      events: [
        {
          contract: energyConsumed,
          occurredAt: noon,
          data: {
            entryId: numberedId(1),
            action: 'lettre_motivation',
            cost: 15,
            listCost: 15,
            catalogueVersion: 1,
            grants: [{ grantId: numberedId(1), amount: 15 }],
            idempotencyKey,
            fingerprint,
            balance: 85,
            held: 0,
          },
        },
      ],
      reply: {
        entryId: numberedId(1),
        action: 'lettre_motivation',
        cost: 15,
        balance: 85,
        available: 85,
        version: 3,
      },
    });
  });

  it('refuses, never clamps, when one point is missing, and names what would help', () => {
    const decision = account(opened, granted(1, 14, 14)).when(consume('lettre_motivation'));
    expect(decision).toEqual(
      new Refusal('INSUFFICIENT_ENERGY', 'This needs 15 points; 14 are available.', {
        required: 15,
        available: 14,
        deficit: 1,
        suggestedPacks: ['cafe_luna', 'petit_dej_luna', 'repas_luna', 'luna_unlimited'],
      }),
    );
  });

  it('takes the last point', () => {
    const decision = account(opened, granted(1, 15, 15)).when(consume('lettre_motivation'));
    expect(decision).toMatchObject({ reply: { balance: 0, available: 0 } });
  });

  it('does not charge another price than the one that was seen', () => {
    const decision = account(opened, granted(1, 100, 100)).when(consume('lettre_motivation', 12));
    expect(decision).toMatchObject({
      code: 'PRICE_CHANGED',
      details: { expectedCost: 12, cost: 15 },
    });
  });

  it('knows no account that was never opened', () => {
    expect(account().when(consume('conseil_rapide'))).toMatchObject({ code: 'ACCOUNT_NOT_FOUND' });
  });

  it('spends what expires first, then what is oldest', () => {
    const decision = account(
      opened,
      granted(1, 4, 4),
      granted(2, 4, 8, '2027-06-01T00:00:00.000Z'),
      granted(3, 4, 12, '2027-01-01T00:00:00.000Z'),
    ).when(consume('analyse_offre'));
    expect((decision as Accepted<unknown>).events[0]!.data).toMatchObject({
      grants: [
        { grantId: numberedId(3), amount: 4 },
        { grantId: numberedId(2), amount: 4 },
        { grantId: numberedId(1), amount: 2 },
      ],
    });
  });

  it('keeps available ≥ 0 and the grants’ sum equal to the balance, whatever is asked in whatever order', () => {
    const grants = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 });
    const actions = fc.array(fc.constantFrom(...actionIds), { maxLength: 30 });
    fc.assert(
      fc.property(grants, actions, (amounts, asked) => {
        const events = amounts.map((amount, i) =>
          granted(
            i + 1,
            amount,
            amounts.slice(0, i + 1).reduce((a, b) => a + b, 0),
          ),
        );
        let { state } = account(opened, ...events);
        for (const action of asked) {
          const before = availableOf(state);
          const decision = consume(action)(state);
          if (decision instanceof Refusal) {
            expect(before).toBeLessThan(catalogue[action].cost);
            continue;
          }
          state = decision.after;
          expect(availableOf(state)).toBe(before - catalogue[action].cost);
          expect(availableOf(state)).toBeGreaterThanOrEqual(0);
          expect(state.grants.reduce((sum, grant) => sum + grant.remaining, 0)).toBe(state.balance);
          expect(state.grants.every((grant) => grant.remaining >= 0)).toBe(true);
        }
      }),
    );
  });
});
