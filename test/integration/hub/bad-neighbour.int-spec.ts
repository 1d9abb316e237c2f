import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Client } from 'pg';
import { consumeEnergy, type ActionId } from '#libs/contracts';
import { armFailpoint, disarmFailpoints, failpointHits } from '#libs/telemetry';
import { eventually } from '#libs/testing';
import { batchSteps } from '../../../services/hub/src/ledger/commit-batch.js';
import { WaitingLines } from '../../../services/hub/src/ledger/waiting-lines.js';
import { HubStack, type Account } from './hub-stack.js';

/** How many each batch locks, and how Postgres answers where it does not. */
function watchBatches() {
  const seen = { sizes: [] as number[], failures: [] as unknown[] };
  const { lockAndLoad } = batchSteps;
  jest.spyOn(batchSteps, 'lockAndLoad').mockImplementation((session, batch) => {
    seen.sizes.push(batch.length);
    const loaded = lockAndLoad(session, batch);
    loaded.catch(({ code }: { code?: string }) => seen.failures.push(code));
    return loaded;
  });
  return seen;
}

describe('a bad neighbour in the batch', () => {
  let hub: HubStack;
  let stranger: Client;

  beforeAll(async () => {
    hub = await HubStack.start({ hubs: 1 });
    const { database } = hub.stack;
    // Before the hub gives up waiting for a row, so that it is Postgres that ends a deadlock.
    await database.query(
      `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET deadlock_timeout = 300', current_database()); END $$`,
    );
    stranger = new Client({ connectionString: database.adminUrl });
    await stranger.connect();
  });
  afterEach(() => {
    disarmFailpoints();
    jest.restoreAllMocks();
  });
  afterAll(async () => {
    await stranger?.end();
    await hub?.stop();
  });

  const consume = ({ caller }: Account, action: ActionId, idempotencyKey = randomUUID()) =>
    hub.website.request(consumeEnergy, { action, idempotencyKey }, caller, { timeoutMs: 20_000 });
  const accounts = (count: number) =>
    Promise.all(Array.from({ length: count }, () => hub.account()));

  /** Keeps the hub busy until all of these stand in line, so that they are its next batch. */
  async function asOneBatch<T>(asks: readonly (() => Promise<T>)[]): Promise<Promise<T>[]> {
    const ahead = await hub.account();
    armFailpoint('ledger.before-lock', 'hang@1');
    const busy = consume(ahead, 'conseil_rapide');
    await eventually(() => failpointHits().get('ledger.before-lock') === 1);
    const joined = jest.spyOn(WaitingLines.prototype, 'join');
    const answers = asks.map((ask) => ask());
    await eventually(() => joined.mock.calls.length === answers.length);
    disarmFailpoints();
    await busy;
    return answers;
  }

  it('R9: a poison request among 500 gets INTERNAL alone', async () => {
    const users = await accounts(25);
    const poisoned = users[7]!;
    const { database } = hub.stack;
    await database.query(
      `ALTER TABLE hub.entries ADD CONSTRAINT poison
       CHECK (user_id <> '${poisoned.userId}' OR action <> 'conseil_rapide') NOT VALID`,
    );
    const key = randomUUID();
    const poison = () => consume(poisoned, 'conseil_rapide', key);
    const asks = users.flatMap((user) =>
      Array.from({ length: 20 }, () => () => consume(user, 'verification_format')),
    );
    asks[150] = poison;
    const { sizes } = watchBatches();

    const outcomes = await Promise.allSettled(await asOneBatch(asks));

    expect(sizes).toContain(500);
    const failed = outcomes.flatMap((one, n) => (one.status === 'rejected' ? [n] : []));
    expect(failed).toEqual([150]);
    expect((outcomes[150] as PromiseRejectedResult).reason).toMatchObject({ code: 'INTERNAL' });
    for (const user of users)
      expect(await hub.balance(user)).toMatchObject({ balance: user === poisoned ? 43 : 40 });

    await database.query('ALTER TABLE hub.entries DROP CONSTRAINT poison');
    expect(await poison()).toMatchObject({ balance: 38 });
  });

  it('R9: a deadlock with a stranger is run again, and nobody notices', async () => {
    const users = await accounts(8);
    const ids = users.map(({ userId }) => userId).sort();
    const lock = 'SELECT FROM hub.accounts WHERE user_id = $1 FOR UPDATE';
    await stranger.query(`BEGIN; SET LOCAL deadlock_timeout = '10s'`);
    await stranger.query(lock, [ids.at(-1)]);
    const { failures } = watchBatches();
    const answers = await asOneBatch(users.map((user) => () => consume(user, 'conseil_rapide')));
    await eventually(async () => {
      const waiting = await hub.stack.database.query('SELECT FROM pg_locks WHERE NOT granted');
      return waiting.length > 0;
    });
    // Only the hub looks for a deadlock soon enough, and so it is the hub that Postgres turns away.
    await stranger.query(lock, [ids[0]]);
    await stranger.query('COMMIT');
    for (const { balance } of await Promise.all(answers)) expect(balance).toBe(95);
    expect(failures).toEqual(['40P01']);
  });
});
