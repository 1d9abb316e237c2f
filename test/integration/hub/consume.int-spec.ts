import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { consumeEnergy, getBalance, openAccount, type PhoenixError } from '#libs/contracts';
import type { MessageClient } from '#libs/messaging';
import { eventually, TestStack } from '#libs/testing';
import { hubService } from '../../../services/hub/src/hub-service.js';

describe('the hub', () => {
  let stack: TestStack;
  let client: MessageClient;

  beforeAll(async () => {
    stack = await TestStack.start();
    await stack.createStream();
    await Promise.all([stack.run('hub', hubService), stack.run('hub', hubService)]);
    client = await stack.client('website');
  });
  afterAll(() => stack?.stop());

  it('opens an account once, with the welcome points', async () => {
    const { caller, userId } = await stack.user();
    const first = await client.request(openAccount, {}, caller);
    expect(first).toEqual({ userId, opened: true, balance: 100, available: 100, version: 2 });
    const again = await client.request(openAccount, {}, caller);
    expect(again).toEqual({ ...first, opened: false });
  });

  it('R7: lets 20 of 1,000 concurrent consumes of 5 succeed on 100 points, over two instances', async () => {
    const { caller, userId } = await stack.user();
    await client.request(openAccount, {}, caller);
    const consume = () =>
      client
        .request(
          consumeEnergy,
          { action: 'conseil_rapide', idempotencyKey: randomUUID() },
          caller,
          { timeoutMs: 25_000 },
        )
        .then(
          () => 'ok',
          (error: PhoenixError) => error.code,
        );
    const outcomes = await Promise.all(Array.from({ length: 1000 }, consume));
    expect(outcomes.filter((one) => one === 'ok')).toHaveLength(20);
    expect(outcomes.filter((one) => one === 'INSUFFICIENT_ENERGY')).toHaveLength(980);
    expect((await client.request(getBalance, {}, caller)).balance).toBe(0);
    const versions = await eventually(
      () =>
        stack.database.query<{ version: string }>(
          'SELECT subject_version AS version FROM hub.outbox_log WHERE subject_user_id = $1 AND published_seq IS NOT NULL ORDER BY 1',
          [userId],
        ),
      (rows) => rows.length === 22,
    );
    expect(versions.map(({ version }) => Number(version))).toEqual(
      Array.from({ length: 22 }, (_, i) => i + 1),
    );
  });
});
