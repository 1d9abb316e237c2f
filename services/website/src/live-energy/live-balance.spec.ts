import { describe, expect, it } from '@jest/globals';
import { PhoenixError } from '#libs/contracts';
import { Bell } from './bell.js';
import { liveBalance } from './live-balance.js';

const balance = (version: number) => ({
  userId: '11111111-1111-4111-8111-111111111111',
  balance: 100 - version,
  held: 0,
  available: 100 - version,
  unlimited: false,
  unlimitedPeriod: null,
  frozen: false,
  version,
});
const away = new PhoenixError('UNAVAILABLE', 'The hub is away.', { reason: 'away' });
const signedOut = new PhoenixError('UNAUTHENTICATED', 'Signed out.', { reason: 'expired' });

/** A balance whose hub gives these answers, one each time it is asked. */
function live(...answers: (object | Error)[]) {
  const bell = new Bell();
  const leaving = new AbortController();
  const ask = async () => {
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer as ReturnType<typeof balance>;
  };
  const states = liveBalance({ ask, bell, signal: leaving.signal });
  const next = async () => {
    bell.ring();
    return (await states.next()).value as unknown;
  };
  return { next, leaving, bell, left: () => answers.length };
}

describe('a live balance', () => {
  it('is told at once and whole, and again only when it is another one', async () => {
    const { next } = live(balance(1), balance(1), balance(2));
    expect(await next()).toEqual({ kind: 'known', balance: balance(1) });
    expect(await next()).toEqual({ kind: 'unchanged' });
    expect(await next()).toEqual({ kind: 'known', balance: balance(2) });
  });

  it('is unknown while the hub is away, never an older figure, and comes back by itself', async () => {
    const { next } = live(balance(1), away, away, balance(1));
    await next();
    expect(await next()).toEqual({ kind: 'unknown', problem: away });
    expect(await next()).toEqual({ kind: 'unchanged' });
    expect(await next()).toEqual({ kind: 'known', balance: balance(1) });
  });

  it('takes many hints for one question', async () => {
    const { next, bell, left } = live(balance(1), balance(2), balance(3));
    await next();
    for (let n = 0; n < 10; n++) bell.ring();
    expect(await next()).toMatchObject({ kind: 'known', balance: { version: 2 } });
    expect(left()).toBe(1);
  });

  it('ends with the session', async () => {
    const { next } = live(balance(1), signedOut, balance(2));
    await next();
    expect(await next()).toEqual({ kind: 'signed-out', problem: signedOut });
    expect(await next()).toBeUndefined();
  });

  it('ends when nobody listens any more', async () => {
    const { next, leaving } = live(balance(1), new Error('aborted'));
    await next();
    leaving.abort();
    expect(await next()).toBeUndefined();
  });
});
