import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { underHold } from '#libs/paid-work';
import { errorOf, HubStack, type Account } from '../hub/hub-stack.js';

describe('work under a hold', () => {
  let hub: HubStack;

  beforeAll(async () => {
    hub = await HubStack.start();
  });
  afterAll(() => hub?.stop());

  const run = <Work>(user: Account, work: () => Promise<Work>, idempotencyKey = randomUUID()) =>
    underHold(hub.letters, {
      call: { ...user.caller, userId: user.userId },
      ...{ action: 'lettre_motivation', lifetimeMs: 30_000, idempotencyKey, work },
    });

  it('is paid once it is done', async () => {
    const user = await hub.account();
    const done = await run(user, async () => {
      expect(await hub.balance(user)).toMatchObject({ balance: 100, held: 15 });
      return 'a letter';
    });
    expect(done).toMatchObject({ work: 'a letter', receipt: { cost: 15, balance: 85 } });
    expect(await hub.balance(user)).toMatchObject({ balance: 85, held: 0 });
  });

  it('costs nothing when it fails, and the points are back at once', async () => {
    const user = await hub.account();
    const failing = run(user, () => Promise.reject(new Error('the provider is away')));
    await expect(failing).rejects.toThrow('the provider is away');
    expect(await hub.balance(user)).toMatchObject({ balance: 100, held: 0 });
  });

  it('does not begin when the account cannot cover it', async () => {
    const user = await hub.account();
    for (const action of ['plan_reconversion', 'simulation_entretien'] as const)
      await hub.consume(user, action);
    let begun = false;
    const asked = run(user, async () => (begun = true));
    expect(await errorOf(asked)).toMatchObject({ code: 'INSUFFICIENT_ENERGY' });
    expect(begun).toBe(false);
  });

  it('is paid once, however often it is asked under its key', async () => {
    const user = await hub.account();
    const key = randomUUID();
    const first = await run(user, async () => 1, key);
    const again = await run(user, async () => 2, key);
    expect(again.receipt).toEqual(first.receipt);
    expect(await hub.balance(user)).toMatchObject({ balance: 85, held: 0 });
  });
});
