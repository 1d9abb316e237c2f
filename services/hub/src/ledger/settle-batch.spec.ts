import { describe, expect, it } from '@jest/globals';
import type { Cause } from '#libs/contracts';
import { decideConsumeEnergy } from '../energy/consume-energy.js';
import type { Accepted } from '../energy/decision.js';
import { noAccount } from '../energy/energy-account.js';
import { decideOpenAccount } from '../energy/open-account.js';
import { builtInPrices } from '../energy/price-list.js';
import type { LoadedAccount } from './loaded-account.js';
import { settleBatch } from './settle-batch.js';
import type { Submission } from './submission.js';
import { Waiting } from './waiting.js';

const user = '6f3a2b1c-0d4e-4f5a-8b6c-7d8e9f0a1b2c';
const keys = [
  '00000000-0000-4000-8000-00000000000a',
  '00000000-0000-4000-8000-00000000000b',
] as const;
const fingerprint = 'f'.repeat(64);
const cause: Cause = { actorId: user, correlationId: 'c', causationId: 'm', traceparent: 't' };

function nobodyYet(exists = true): Map<string, LoadedAccount> {
  const now = '2026-11-22T12:00:00.000Z';
  const account = noAccount(user);
  return new Map([[user, { account, exists, now, answers: new Map(), holdCauses: new Map() }]]);
}

const open: Submission = { userId: user, cause, decide: decideOpenAccount };

function consume(idempotencyKey: string, print = fingerprint): Submission {
  const request = { action: 'plan_reconversion', idempotencyKey, fingerprint: print } as const;
  const key = { idempotencyKey, fingerprint: print };
  const decide: Submission['decide'] = (account, context) =>
    decideConsumeEnergy(account, request, context);
  return { userId: user, cause, key, decide };
}

function settle(submissions: Submission[], loaded = nobodyYet()) {
  const batch = submissions.map((one) => new Waiting(one));
  const { outcomes, rows } = settleBatch(batch, loaded, builtInPrices);
  const told = outcomes.map((one) => {
    if (one === 'later') return one;
    if ('error' in one) return (one.error as Error).message;
    return 'json' in one.answer ? `ok${one.answer.replayed ? ' again' : ''}` : one.answer.code;
  });
  return { told, rows, outcomes };
}

describe('settleBatch', () => {
  it('lets a later decision see what an earlier one left', () => {
    const third = '00000000-0000-4000-8000-00000000000c';
    const { told, rows } = settle([open, consume(keys[0]), consume(keys[1]), consume(third)]);
    expect(told).toEqual(['ok', 'ok', 'ok', 'INSUFFICIENT_ENERGY']);
    expect(rows.events.map((event) => event.subjectVersion)).toEqual([1, 2, 3, 4]);
    expect([...rows.accounts.values()]).toMatchObject([{ balance: 0, version: 4 }]);
  });

  it('sums up a grant that the same batch gave and spent', () => {
    const { rows } = settle([open, consume(keys[0])]);
    expect([...rows.newGrants.values()]).toMatchObject([{ amount: 100, remaining: 50 }]);
    expect(rows.grantChanges.size).toBe(0);
  });

  it('R13: answers a key twice in a batch alike, refuses another body, and writes once', () => {
    const { told, rows, outcomes } = settle([
      open,
      consume(keys[0]),
      consume(keys[0].toUpperCase()),
      consume(keys[0], 'e'.repeat(64)),
    ]);
    expect(told).toEqual(['ok', 'ok', 'ok again', 'IDEMPOTENCY_KEY_REUSED']);
    expect(outcomes[2]).toMatchObject({
      answer: { json: (outcomes[1] as { answer: { json: string } }).answer.json },
    });
    expect(rows.answers).toHaveLength(1);
  });

  it('R9: what throws harms itself only, and leaves no trace', () => {
    const broken: Submission = {
      ...open,
      decide: () => {
        throw new Error('a bug');
      },
    };
    const wrongData: Submission = {
      ...open,
      decide: (account, context) => {
        const accepted = decideOpenAccount(account, context) as Accepted<unknown>;
        const [first, second] = accepted.events;
        return { ...accepted, events: [first!, { ...second!, data: { catalogueVersion: 1 } }] };
      },
    } as Submission;
    const { told, rows } = settle([broken, wrongData, open, consume(keys[0])]);
    expect(told[0]).toBe('a bug');
    expect(told[1]).toContain('break its contract');
    expect(told.slice(2)).toEqual(['ok', 'ok']);
    expect(rows.events).toHaveLength(3);
  });

  it('lets an account wait for its row, and everybody behind it, but refuses at once', () => {
    const { told, rows } = settle([consume(keys[0]), open, consume(keys[1])], nobodyYet(false));
    expect(told).toEqual(['ACCOUNT_NOT_FOUND', 'later', 'later']);
    expect(rows.empty).toBe(true);
  });
});
