import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#libs/testing';
import { expectBooksToAgree } from '../integration/hub/books-of.js';
import type { Account } from '../integration/hub/hub-stack.js';
import { LettersStack } from '../integration/paid-work/letters-stack.js';
import { ServiceProcess } from '../integration/service-process.js';

const steps = [
  'held-work.after-hold',
  'held-work.in-work',
  'held-work.after-document',
  'held-work.before-capture',
  'held-work.after-capture',
];

describe('letters that are killed with -9 in the middle of paid work', () => {
  let stack: LettersStack;
  let running: ServiceProcess | undefined;

  beforeAll(async () => {
    stack = await LettersStack.start({ letters: 0, books: true });
  }, 60_000);
  afterAll(async () => {
    await running?.kill();
    await stack?.stop();
  });

  /** A user whose request was cut off by the death of the only instance at this step. */
  async function cutOffAt(name: string) {
    const user = await stack.hub.account();
    const body = stack.body();
    const crashing = await ServiceProcess.start(stack.hub.stack, 'letters', {
      PHOENIX_FAILPOINTS: `${name}=crash@1`,
    });
    const waiting = new AbortController();
    const caller = { ...user.caller, signal: waiting.signal };
    const asked = stack.format({ ...user, caller }, body).catch(() => 'no answer');
    expect(await crashing.gone()).toBe('SIGKILL');
    waiting.abort();
    expect(await asked).toBe('no answer');
    expect(await points(user)).toEqual(
      name === 'held-work.after-capture' ? { balance: 92, held: 0 } : { balance: 100, held: 8 },
    );
    return { user, body };
  }

  async function points(user: Account) {
    const { balance, held } = await stack.hub.balance(user);
    return { balance, held };
  }

  // One after the other: whoever is to be killed finds nothing left over that would kill it at its start.
  it.each(steps)(
    'R32, R33: killed at %s: one letter, paid once, when it is asked for again',
    async (name) => {
      const { user, body } = await cutOffAt(name);
      running = await ServiceProcess.start(stack.hub.stack, 'letters');
      const { reply } = await stack.untilDone(user, body);
      expect(reply.receipt?.balance).toBe(92);
      expect(await points(user)).toEqual({ balance: 92, held: 0 });
      expect(await stack.told(user)).toEqual(['LetterFormatted']);
      expect(await stack.letters(user)).toHaveLength(1);
      await running.kill();
    },
    120_000,
  );

  it.each(steps.slice(2))(
    'R33: killed at %s: captured by the instance that takes it up, with nobody asking',
    async (name) => {
      const { user } = await cutOffAt(name);
      running = await ServiceProcess.start(stack.hub.stack, 'letters');
      await eventually(
        () => stack.letters(user),
        ({ length }) => length === 1,
        60_000,
      );
      expect(await points(user)).toEqual({ balance: 92, held: 0 });
      await running.kill();
    },
    120_000,
  );

  it('R32: killed in work: its hold is given back by the instance that takes it up, which says why', async () => {
    const { user } = await cutOffAt('held-work.in-work');
    running = await ServiceProcess.start(stack.hub.stack, 'letters');
    const reasons = await eventually(
      () => stack.givenBack(user),
      ({ length }) => length === 1,
      60_000,
    );
    expect(reasons).toEqual(['abandoned']);
    expect(await points(user)).toEqual({ balance: 100, held: 0 });
    expect(await stack.told(user)).toEqual([]);
    await running.kill();
  }, 120_000);

  it('leaves the books in agreement', () => expectBooksToAgree(stack.hub.stack), 60_000);
});
