import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogueVersion, consumeEnergy, getCatalogue, openAccount } from '#libs/contracts';
import { newCaller, type MessageClient, type RunningService } from '#libs/messaging';
import { eventually, TestStack } from '#libs/testing';
import { hubService } from '../../../services/hub/src/hub-service.js';
import { dearer } from './dearer.js';
import { expectPriceStaysPinned } from './promises.js';

const action = 'lettre_motivation';

describe('a price that changes while everybody works', () => {
  let stack: TestStack;
  let website: MessageClient;
  let letters: MessageClient;
  let before: RunningService;

  beforeAll(async () => {
    stack = await TestStack.start();
    await stack.createStream();
    before = await stack.run('hub', hubService);
    await stack.run('hub', (env) => hubService(env, dearer));
    [website, letters] = [await stack.client('website'), await stack.client('letters')];
  });
  afterAll(() => stack?.stop());

  const version = async () => (await website.request(getCatalogue, {}, newCaller())).version;

  it('is never another price than the one that the user saw, whichever of two hubs decides', async () => {
    const costs = new Set<number>();
    for (let i = 0; i < 12; i++) {
      const { caller } = await stack.user();
      await website.request(openAccount, {}, caller);
      const expectedCost = i % 2 ? 15 : 18;
      const request = { action, expectedCost, idempotencyKey: randomUUID() } as const;
      const { cost } = await eventually(
        () =>
          website.request(consumeEnergy, request, caller).catch((error: unknown) => {
            expect(error).toMatchObject({ code: 'PRICE_CHANGED', details: { expectedCost } });
            return { cost: null };
          }),
        (answer) => answer.cost !== null,
      );
      expect(cost).toBe(expectedCost);
      costs.add(cost!);
    }
    expect(costs).toEqual(new Set([15, 18]));
  });

  it('R12: leaves holds at the price that they pinned, and is one price once the older hub is gone', async () => {
    const userId = await expectPriceStaysPinned({ stack, website, letters }, before);
    expect(await eventually(version, (one) => one === dearer.version)).toBe(dearer.version);
    const [told] = await stack.database.query<{ version: number }>(
      `SELECT (data::jsonb ->> 'catalogueVersion')::int AS version FROM hub.outbox
       WHERE subject_user_id = $1 AND type = 'EnergyHoldCaptured'`,
      [userId],
    );
    expect(told!.version).toBe(catalogueVersion);
    const { caller } = await stack.user();
    await website.request(openAccount, {}, caller);
    const stale = { action, expectedCost: 15, idempotencyKey: randomUUID() } as const;
    await expect(website.request(consumeEnergy, stale, caller)).rejects.toMatchObject({
      code: 'PRICE_CHANGED',
      details: { cost: 18, catalogueVersion: dearer.version },
    });
  });
});
