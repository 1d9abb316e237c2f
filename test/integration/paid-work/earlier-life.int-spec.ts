import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { placeHold } from '#libs/contracts';
import { derivedKey } from '#libs/paid-work';
import type { Account } from '../hub/hub-stack.js';
import { LettersStack } from './letters-stack.js';

describe('work under a hold that a process placed and did not live to remember', () => {
  let stack: LettersStack;

  beforeAll(async () => {
    stack = await LettersStack.start({ letters: 1 });
  });
  afterAll(() => stack?.stop());

  /** The hold of the first attempt under this key. */
  const placedBefore = (user: Account, key: string, lifetimeMs: number) =>
    stack.hub.letters.request(
      placeHold,
      { action: 'format_lettre', lifetimeMs, idempotencyKey: derivedKey('letters 1', key) },
      user.caller,
    );

  const holdsPlaced = async (user: Account) =>
    (await stack.hub.told<{ holdId: string }>(user, 'EnergyHoldPlaced')).map(
      ({ data }) => data.holdId,
    );

  it('goes on with that hold: nothing is held twice', async () => {
    const user = await stack.hub.account();
    const body = stack.body();
    const { holdId } = await placedBefore(user, body.idempotencyKey, 120_000);
    expect((await stack.format(user, body)).reply.receipt?.balance).toBe(92);
    expect(await holdsPlaced(user)).toEqual([holdId]);
    expect(await stack.hub.balance(user)).toMatchObject({ balance: 92, held: 0 });
  });

  it('leaves a hold of another length to expire, and is paid once', async () => {
    const user = await stack.hub.account();
    const body = stack.body();
    const { holdId } = await placedBefore(user, body.idempotencyKey, 60_000);
    expect((await stack.format(user, body)).reply.receipt?.balance).toBe(92);
    const [first, ...others] = await holdsPlaced(user);
    expect([first, others.length]).toEqual([holdId, 1]);
    expect(await stack.hub.balance(user)).toMatchObject({ balance: 92, held: 8 });
  });
});
