import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CommitOutcomeUnknown, transaction, type DataSource } from '#libs/persistence';
import { CuttingProxy } from './cutting-proxy.js';
import { recordIn } from './test-events.js';
import { TestHouse } from './test-house.js';

const count = async (dataSource: DataSource) => {
  const [row]: { n: number }[] = await dataSource.query('SELECT count(*)::int AS n FROM outbox');
  return row!.n;
};
const user = randomUUID();

describe('transaction', () => {
  let house: TestHouse;
  let dataSource: DataSource;

  beforeAll(async () => {
    house = await TestHouse.start();
    dataSource = await house.dataSource();
  });
  beforeEach(() => house.emptyOutbox());
  afterAll(() => house.stop());

  it('R9: runs the whole work again after a deadlock, so that both sides commit', async () => {
    const [a, b] = [randomUUID(), randomUUID()];
    let runs = 0;
    const bothHoldOne = meetingOf(2);
    const lockBoth = (first: string, second: string) => {
      let attempt = 0;
      return transaction(dataSource, async (tx) => {
        runs++;
        await recordIn(tx, first);
        if (++attempt === 1) await bothHoldOne();
        await recordIn(tx, second);
      });
    };
    await Promise.all([lockBoth(a, b), lockBoth(b, a)]);
    expect(runs).toBe(3);
    expect(await count(dataSource)).toBe(4);
  });

  it('R9: runs again after a serialization failure, six times at most', async () => {
    let runs = 0;
    const conflicting = transaction(dataSource, async (tx) => {
      runs++;
      await tx.query(`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$`);
    });
    await expect(conflicting).rejects.toMatchObject({ code: '40001' });
    expect(runs).toBe(6);
  });

  it('passes every other error at once, and leaves nothing behind', async () => {
    let runs = 0;
    const failing = transaction(dataSource, async (tx) => {
      runs++;
      await recordIn(tx, user);
      await tx.query('SELECT 1 / 0');
    });
    await expect(failing).rejects.toMatchObject({ code: '22012' });
    expect([runs, await count(dataSource)]).toEqual([1, 0]);
  });

  it('does not take a transaction for committed whose failure was swallowed inside', async () => {
    const swallowing = transaction(dataSource, async (tx) => {
      await recordIn(tx, user);
      await tx.query('SELECT 1 / 0').catch(() => undefined);
    });
    await expect(swallowing).rejects.toThrow('its error was swallowed');
    expect(await count(dataSource)).toBe(0);
  });

  it.each([
    ['before-commit', 0],
    ['after-commit', 1],
  ] as const)('R9: says that the outcome is unknown when cut off %s', async (cut, committed) => {
    const { proxy, url } = await CuttingProxy.to(house.urls().DATABASE_URL);
    try {
      const proxied = await house.dataSource(url, 1);
      proxy.cut = cut;
      const unknown = transaction(proxied, (tx) => recordIn(tx, user));
      await expect(unknown).rejects.toThrow(CommitOutcomeUnknown);
      expect(await count(dataSource)).toBe(committed);

      proxy.cut = 'never';
      await expect(transaction(proxied, (tx) => recordIn(tx, user))).resolves.toEqual(
        expect.any(String),
      );
    } finally {
      await proxy.close();
    }
  });

  it('R9: knows that nothing happened when the connection is lost before COMMIT, and goes on', async () => {
    const single = await house.dataSource(undefined, 1);
    const admin = await house.client(house.adminUrl);
    const lost = transaction(single, async (tx) => {
      await recordIn(tx, user);
      const [{ pid }] = (await tx.query('SELECT pg_backend_pid() AS pid')) as [{ pid: number }];
      await admin.query('SELECT pg_terminate_backend($1)', [pid]);
      await tx.query('SELECT 1');
    });
    const error: unknown = await lost.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(CommitOutcomeUnknown);
    expect(await count(dataSource)).toBe(0);
    await expect(transaction(single, (tx) => recordIn(tx, user))).resolves.toEqual(
      expect.any(String),
    );
  });
});

/** Lets everybody through once this many have come. */
function meetingOf(expected: number): () => Promise<void> {
  let open: () => void;
  const complete = new Promise<void>((resolve) => (open = resolve));
  return () => {
    if (--expected === 0) open();
    return complete;
  };
}
