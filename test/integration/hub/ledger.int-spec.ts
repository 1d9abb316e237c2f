import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  consumeEnergy,
  getBalance,
  listAccounts,
  openAccount,
  type PhoenixError,
} from '#libs/contracts';
import { newCaller, type MessageClient } from '#libs/messaging';
import { armFailpoint, disarmFailpoints } from '#libs/telemetry';
import { TestStack } from '#libs/testing';
import { hubService } from '../../../services/hub/src/hub-service.js';
import { expectRefusalForgotten } from './promises.js';

describe('the ledger', () => {
  let stack: TestStack;
  let client: MessageClient;

  beforeAll(async () => {
    stack = await TestStack.start();
    await stack.createStream();
    await Promise.all([stack.run('hub', hubService), stack.run('hub', hubService)]);
    client = await stack.client('website');
  });
  afterEach(() => disarmFailpoints());
  afterAll(() => stack?.stop());

  async function account() {
    const user = await stack.user();
    await client.request(openAccount, {}, user.caller);
    return user;
  }

  const entriesOf = (userId: string) =>
    stack.database.query<{ kind: string; amount: number; version: string }>(
      'SELECT kind, amount, version FROM hub.entries WHERE user_id = $1 ORDER BY version',
      [userId],
    );

  it('R7: the same key 50 times at once over two instances, slow between lock and load: one entry, 49 replays', async () => {
    const { caller, userId } = await account();
    armFailpoint('ledger.after-lock', 'pause:20');
    const body = { action: 'conseil_rapide', idempotencyKey: randomUUID() } as const;
    const ask = () => client.exchange(consumeEnergy, body, caller, { timeoutMs: 25_000 });
    const answers = await Promise.all(Array.from({ length: 50 }, ask));
    expect(answers.filter(({ replayed }) => replayed)).toHaveLength(49);
    expect(new Set(answers.map(({ reply }) => JSON.stringify(reply))).size).toBe(1);
    expect((await entriesOf(userId)).map(({ kind, amount }) => `${kind} ${amount}`)).toEqual([
      'grant 100',
      'consume -5',
    ]);
  });

  it('R7: two instances never spend the same points, however slow they are between lock and load', async () => {
    const { caller, userId } = await account();
    armFailpoint('ledger.after-lock', 'pause:5');
    const consume = () =>
      client
        .request(
          consumeEnergy,
          { action: 'plan_reconversion', idempotencyKey: randomUUID() },
          caller,
        )
        .then(
          () => 'taken',
          (error: PhoenixError) => error.code,
        );
    const outcomes = await Promise.all(Array.from({ length: 10 }, consume));
    expect(outcomes.sort()).toEqual([...Array(8).fill('INSUFFICIENT_ENERGY'), 'taken', 'taken']);
    expect((await entriesOf(userId)).map(({ version }) => Number(version))).toEqual([2, 3, 4]);
  });

  it('R13: a refusal is not kept: the same request works once its reason is gone', () =>
    expectRefusalForgotten({ stack, website: client }));

  it('opens an account once, however many ask at the same moment', async () => {
    const { caller, userId } = await stack.user();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => client.request(openAccount, {}, caller)),
    );
    expect(answers.filter(({ opened }) => opened)).toHaveLength(1);
    expect(await entriesOf(userId)).toHaveLength(1);
  });

  it('a refusal leaves no trace: no entry, no event, no key', async () => {
    const { caller, userId } = await stack.user();
    const body = { action: 'conseil_rapide', idempotencyKey: randomUUID() } as const;
    await expect(client.request(consumeEnergy, body, caller)).rejects.toMatchObject({
      code: 'ACCOUNT_NOT_FOUND',
    });
    const [left] = await stack.database.query(
      `SELECT (SELECT count(*)::int FROM hub.accounts WHERE user_id = $1) AS accounts,
              (SELECT count(*)::int FROM hub.outbox WHERE subject_user_id = $1) AS events,
              (SELECT count(*)::int FROM hub.idempotency_keys WHERE user_id = $1) AS keys`,
      [userId],
    );
    expect(left).toEqual({ accounts: 0, events: 0, keys: 0 });
  });

  it('R11: time under the lock never runs backwards for an account', async () => {
    const { caller, userId } = await account();
    await stack.database.query(
      `UPDATE hub.accounts SET last_at = '2999-01-01' WHERE user_id = $1`,
      [userId],
    );
    const body = { action: 'conseil_rapide', idempotencyKey: randomUUID() } as const;
    const { entryId } = await client.request(consumeEnergy, body, caller);
    const [entry] = await stack.database.query<{ occurred_at: Date }>(
      'SELECT occurred_at FROM hub.entries WHERE id = $1',
      [entryId],
    );
    expect(entry!.occurred_at.toISOString()).toBe('2999-01-01T00:00:00.000Z');
  });

  it('R9: a connection lost between lock and commit is no INTERNAL: the key is retried and served once', async () => {
    const { caller } = await account();
    armFailpoint('ledger.after-lock', 'pause:300');
    const body = { action: 'conseil_rapide', idempotencyKey: randomUUID() } as const;
    const slow = client.exchange(consumeEnergy, body, caller, { timeoutMs: 20_000 });
    await stack.database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name LIKE 'phoenix-hub%'`,
    );
    expect((await slow).reply.balance).toBe(95);
    expect((await client.request(getBalance, {}, caller)).balance).toBe(95);
  });

  it('lists accounts in pages for the books, to ops only', async () => {
    const ops = await stack.client('ops');
    const { userId } = await account();
    const caller = newCaller();
    expect((await ops.request(listAccounts, { user: userId }, caller)).accounts).toEqual([
      { userId, balance: 100, held: 0, version: 2, posted: 100, reserved: 0, unspent: 100 },
    ]);
    const seen: string[] = [];
    for (let after: string | undefined; ;) {
      const { accounts } = await ops.request(listAccounts, { after, limit: 2 }, caller);
      if (accounts.length === 0) break;
      seen.push(...accounts.map((one) => one.userId));
      after = seen.at(-1);
    }
    expect(seen).toEqual([...new Set(seen)].sort());
    expect(seen).toContain(userId);
  });
});
