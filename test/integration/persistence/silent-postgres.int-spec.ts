import { randomUUID } from 'node:crypto';
import { afterEach, afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  CommitOutcomeUnknown,
  transaction,
  unavailableDatabase,
  type DataSource,
} from '#libs/persistence';
import { CuttingProxy } from './cutting-proxy.js';
import { recordIn } from './test-events.js';
import { TestHouse } from './test-house.js';

describe('with a Postgres that keeps its connections and answers nothing', () => {
  let house: TestHouse;
  let proxy: CuttingProxy;
  let dataSource: DataSource;

  beforeAll(async () => {
    house = await TestHouse.start();
  });
  beforeEach(async () => {
    const proxied = await CuttingProxy.to(house.urls().DATABASE_URL);
    proxy = proxied.proxy;
    const url = new URL(proxied.url);
    url.searchParams.set('query_timeout', '250');
    dataSource = await house.dataSource(url.href, 1);
  });
  afterEach(() => proxy.close());
  afterAll(() => house.stop());

  const failureOf = (asked: Promise<unknown>) => asked.catch((why: unknown) => why);

  it('a query is given up as unavailable, and the next one has a connection of its own', async () => {
    proxy.silent = true;
    const error = await failureOf(dataSource.query('SELECT 1'));
    expect(unavailableDatabase(error)).toMatchObject({ code: 'UNAVAILABLE' });

    proxy.silent = false;
    await expect(dataSource.query('SELECT 2 AS n')).resolves.toEqual([{ n: 2 }]);
  });

  it('a transaction is given up before COMMIT, and nothing of it is there', async () => {
    const user = randomUUID();
    const error = await failureOf(
      transaction(dataSource, async (tx) => {
        await recordIn(tx, user);
        proxy.silent = true;
        await tx.query('SELECT 1');
      }),
    );
    expect(error).not.toBeInstanceOf(CommitOutcomeUnknown);
    expect(unavailableDatabase(error)).toMatchObject({ code: 'UNAVAILABLE' });

    proxy.silent = false;
    await expect(transaction(dataSource, (tx) => recordIn(tx, user))).resolves.toEqual(
      expect.any(String),
    );
    const count = 'SELECT count(*)::int AS n FROM outbox WHERE subject_user_id = $1';
    expect(await dataSource.query(count, [user])).toEqual([{ n: 1 }]);
  });

  it('R9: the outcome is unknown when COMMIT is not answered', async () => {
    const unknown = transaction(dataSource, async (tx) => {
      await recordIn(tx, randomUUID());
      proxy.silent = true;
    });
    await expect(unknown).rejects.toThrow(CommitOutcomeUnknown);
  });
});
