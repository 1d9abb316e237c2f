import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { placeHold } from '#libs/contracts';
import { newCaller } from '#libs/messaging';
import { eventually } from '#libs/testing';
import { Night } from './night.js';

describe('a hold that hangs', () => {
  let night: Night;

  beforeAll(async () => {
    night = await Night.begin();
  }, 180_000);
  afterAll(() => night?.end(), 60_000);

  it('R32: is seen, and the points come back by themselves', async () => {
    const { userId, token } = await night.user();
    const request = { lifetimeMs: 10_000, idempotencyKey: randomUUID() };
    await night.as('letters', (client) =>
      client.request(placeHold, { ...request, action: 'verification_format' }, newCaller(token)),
    );
    await night.operator.follow('A hold that hangs', { uuid: userId });
    const tail = await eventually(
      () => night.operator.must(`npm run phoenix -- tail --no-follow --user ${userId}`),
      (text) => text.includes('EnergyHoldExpired'),
      60_000,
    );
    expect(tail).toContain('EnergyHoldPlaced');
    expect(await night.operator.lastStatus()).toContain('All is well.');
  }, 240_000);
});
