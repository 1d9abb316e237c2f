import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { consumeEnergy, PhoenixError } from '#libs/contracts';
import { newCaller, type MessageClient } from '#libs/messaging';
import { Night } from './night.js';

const atOnce = 5_000;

describe('the hub is overloaded', () => {
  let night: Night;

  beforeAll(async () => {
    night = await Night.begin();
  }, 180_000);
  afterAll(() => night?.end(), 60_000);

  it('R10: turns some away before anything is decided, says how many, and the books agree', async () => {
    const user = await night.user();
    const one = (client: MessageClient) =>
      client
        .request(
          consumeEnergy,
          { action: 'conseil_rapide', idempotencyKey: randomUUID() },
          newCaller(user.token),
        )
        .then(() => 'ok')
        .catch((error: PhoenixError) => error.code);
    const outcomes = await night.as('website', (client) =>
      Promise.all(Array.from({ length: atOnce }, () => one(client))),
    );
    const inTime = ['ok', 'INSUFFICIENT_ENERGY'];
    expect(outcomes.filter((outcome) => !inTime.includes(outcome)).length).toBeGreaterThan(0);
    expect(outcomes.filter((outcome) => outcome === 'ok').length).toBeLessThanOrEqual(20);
    // No replay is under way that could be paused.
    const [seen] = await night.operator.follow('The hub is overloaded', {}, { 2: 1 });
    const [, errors] = /^hub +\S+ +\S+ +.*? (\d+) +[\d.]+ ms$/m.exec(seen!.text)!;
    expect(Number(errors)).toBeGreaterThan(0);
    await night.operator.must('npm run phoenix -- books');
    expect(await night.operator.lastStatus()).toContain('All is well.');
  }, 240_000);
});
