import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { deleteLetter, releaseHold } from '#libs/contracts';
import { armFailpoint, disarmFailpoints, metricsRegistry } from '#libs/telemetry';
import { eventually } from '#libs/testing';
import { errorOf, type Account } from '../hub/hub-stack.js';
import { LettersStack } from './letters-stack.js';

describe('work under a hold that costs nothing', () => {
  let stack: LettersStack;

  beforeAll(async () => {
    stack = await LettersStack.start();
  });
  afterEach(() => disarmFailpoints());
  afterAll(() => stack?.stop());

  const balance = (user: Account) => stack.hub.balance(user);

  it('whose caller has no time for any more is ended, and its hold given back', async () => {
    const user = await stack.hub.account();
    armFailpoint('held-work.in-work', 'hang');
    const error = await errorOf(stack.format(user, stack.body(), 5_000));
    expect(['WORK_NOT_DONE', 'TIMED_OUT']).toContain(error.code);
    const reasons = await eventually(
      () => stack.givenBack(user),
      ({ length }) => length > 0,
    );
    expect(reasons).toEqual(['timed-out']);
    expect(await balance(user)).toMatchObject({ balance: 100, held: 0 });
    expect(await stack.told(user)).toEqual([]);
  }, 120_000);

  it('R33: whose hold has ended all the same is delivered free, counted, and never charged', async () => {
    const free = async () =>
      (await metricsRegistry.getSingleMetric('phoenix_held_work_settled_total')!.get()).values.find(
        ({ labels }) => labels.outcome === 'free',
      )?.value ?? 0;
    const before = await free();
    const user = await stack.hub.account();
    const body = stack.body();
    armFailpoint('held-work.before-capture', 'hang');
    const asked = stack.format(user, body);
    await eventually(
      () => stack.told(user),
      ({ length }) => length === 1,
    );
    const [placed] = await stack.hub.told<{ holdId: string }>(user, 'EnergyHoldPlaced');
    await stack.hub.letters.request(
      releaseHold,
      {
        ...{ userId: user.userId, holdId: placed!.data.holdId },
        ...{ reason: 'abandoned', idempotencyKey: randomUUID() },
      },
      stack.hub.nobody,
    );
    disarmFailpoints();
    expect((await asked).reply.receipt).toBeNull();
    expect(await free()).toBe(before + 1);
    expect((await stack.format(user, body)).replayed).toBe(true);
    expect(await stack.letters(user)).toMatchObject([{ entryId: null }]);
    expect(await balance(user)).toMatchObject({ balance: 100, held: 0 });
  });

  it('whose letter is deleted meanwhile is refused, and its hold given back', async () => {
    const user = await stack.hub.account();
    const { letterId } = (await stack.format(user, stack.body())).reply;
    armFailpoint('held-work.in-work', 'hang');
    const asked = errorOf(stack.format(user, stack.body({ letterId })));
    await eventually(
      () => balance(user),
      ({ held }) => held === 8,
    );
    await stack.hub.website.request(deleteLetter, { letterId }, user.caller);
    disarmFailpoints();
    expect(await asked).toMatchObject({ code: 'DOCUMENT_NOT_FOUND' });
    expect(await stack.givenBack(user)).toEqual(['refused']);
    expect(await stack.told(user)).toEqual(['LetterFormatted', 'LetterDeleted']);
    expect(await balance(user)).toMatchObject({ balance: 92, held: 0 });
  });

  it('is refused before anything is held: no account, no energy, a price that changed, another’s letter', async () => {
    const stranger = await stack.hub.stack.user();
    expect(await errorOf(stack.format(stranger, stack.body()))).toMatchObject({
      code: 'ACCOUNT_NOT_FOUND',
    });
    const poor = await stack.hub.account();
    for (const action of ['plan_reconversion', 'audit_complet_profil'] as const)
      await stack.hub.consume(poor, action);
    expect(await errorOf(stack.format(poor, stack.body()))).toMatchObject({
      code: 'INSUFFICIENT_ENERGY',
    });
    const [user, other] = [await stack.hub.account(), await stack.hub.account()];
    const { letterId } = (await stack.format(other, stack.body())).reply;
    const body = stack.body({ letterId, expectedCost: 7 });
    const notOwn = await errorOf(stack.format(user, body));
    expect(notOwn).toMatchObject({ code: 'DOCUMENT_NOT_FOUND' });
    const dearer = { ...body, letterId: undefined };
    expect(await errorOf(stack.format(user, dearer))).toMatchObject({ code: 'PRICE_CHANGED' });
    expect(await stack.hub.told(user, 'EnergyHoldPlaced')).toEqual([]);
    const { reply } = await stack.format(user, { ...dearer, expectedCost: 8 });
    expect(reply.receipt?.balance).toBe(92);
  });
});
