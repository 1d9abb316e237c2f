import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getProjectorStatus, type ReplyOf } from '#libs/contracts';
import { newCaller, type MessageClient } from '#libs/messaging';
import { metricsRegistry } from '#libs/telemetry';
import { eventually } from '#libs/testing';
import { projectorService } from '../../../services/projector/src/projector-service.js';
import { OpsStack } from '../ops/ops-stack.js';

type Books = ReplyOf<typeof getProjectorStatus>['books'];

describe('R27: the books, compared by themselves', () => {
  let house: OpsStack;
  let ops: MessageClient;

  const runProjector = () =>
    house.stack.run('projector', projectorService, { PHOENIX_BOOKS_SECONDS: '1' });
  const books = async (): Promise<Books> =>
    (await ops.request(getProjectorStatus, {}, newCaller())).books;
  const figure = async (name: string) => {
    const metric = await metricsRegistry.getSingleMetric(name)!.get();
    return metric.values[0]?.value;
  };
  const mover = async () => {
    const { userId, caller, token } = await house.stack.user();
    await house.open(caller);
    return { userId, spend: () => house.spend(token) };
  };
  const differing = (count: number) =>
    eventually(books, (found) => found?.differences === count && found.unsettled === 0);

  const named = (userId: string, reason: string) =>
    eventually(books, (found) => found?.first?.userId === userId && found.first.reason === reason);

  beforeAll(async () => {
    house = await OpsStack.start('hub');
    ops = await house.stack.client('ops');
    await runProjector();
  });
  afterAll(() => house?.stop());

  /** Two rounds on, everything that was projected before has been compared. */
  const comparedAnew = async () => {
    for (let round = 0; round < 2; round++) {
      const wasAt = (await books())?.comparedAt ?? '';
      await eventually(books, (found) => (found?.comparedAt ?? '') > wasAt);
    }
  };
  const projected = (userId: string, version: number) =>
    eventually(
      () =>
        house.stack.database.query(
          `SELECT 1 FROM projector.energy_history_v2 WHERE user_id = '${userId}' AND version = ${version}`,
        ),
      (rows) => rows.length === 1,
    );

  it('agree on every account that has moved', async () => {
    const { spend } = await mover();
    const before = (await figure('phoenix_books_accounts_compared_total')) ?? 0;
    await spend();
    await comparedAnew();
    expect(await books()).toMatchObject({ differences: 0, first: null });
    expect(await figure('phoenix_books_accounts_compared_total')).toBeGreaterThan(before);
    expect(await figure('phoenix_books_differing_accounts')).toBe(0);
    const ageSeconds =
      Date.now() / 1_000 - (await figure('phoenix_books_last_run_timestamp_seconds'))!;
    expect(ageSeconds).toBeLessThan(600);
  });

  it('agree on an account that traffic moves all the time', async () => {
    const { spend } = await mover();
    const wasAt = (await books())!.comparedAt;
    for (let i = 0; i < 15; i++) await spend();
    const found = await eventually(books, (round) => round!.comparedAt > wasAt);
    expect(found).toMatchObject({ differences: 0 });
  });

  it('name a grant that has another rest, until it is mended', async () => {
    const { userId, spend } = await mover();
    const change = (points: number) =>
      `UPDATE hub.grants SET remaining = remaining + ${points} WHERE user_id = '${userId}'`;
    await house.withChange(change(-1), change(1), async () => {
      await spend();
      const reason = 'the ledger has 95 available, and 94 are left of its grants';
      const found = await named(userId, reason);
      expect(found!.differences).toBe(1);
      expect(await figure('phoenix_books_differing_accounts')).toBe(1);
      const { exitCode, stdout } = await house.run('status');
      expect(exitCode).toBe(1);
      expect(stdout).toContain(
        `✗ The books differ on 1 account; the first is of user ${userId}: ${reason}.`,
      );
      expect(stdout).toContain(`\`npm run phoenix -- books --user ${userId}\``);
    });
    expect((await differing(0))!.first).toBeNull();
  });

  it('name a line of the read model that is not what the event moved', async () => {
    const { userId, spend } = await mover();
    await spend();
    await projected(userId, 2);
    const change = (points: number) => `
      ALTER TABLE projector.energy_history_v2 DISABLE TRIGGER USER;
      UPDATE projector.energy_history_v2 SET amount = amount + ${points} WHERE user_id = '${userId}' AND version = 2;
      ALTER TABLE projector.energy_history_v2 ENABLE TRIGGER USER`;
    await house.withChange(change(7), change(-7), async () => {
      await spend();
      const reason =
        'at version 4 the ledger tells balance 90 and held 0, the lines of the read model together 97 and 0';
      expect((await named(userId, reason))!.differences).toBe(1);
    });
    await differing(0);
  });

  it('name a grant of an account that rests', async () => {
    const { userId } = await mover();
    await comparedAnew();
    const change = (points: number) =>
      `UPDATE hub.grants SET remaining = remaining + ${points} WHERE user_id = '${userId}'`;
    await house.withChange(change(-1), change(1), async () => {
      expect((await differing(1))!.first).toMatchObject({ userId });
    });
    await differing(0);
  });

  it('are compared by whoever writes the balances next, with who differed before', async () => {
    const { userId, spend } = await mover();
    const change = (points: number) =>
      `UPDATE hub.grants SET remaining = remaining + ${points} WHERE user_id = '${userId}'`;
    await house.withChange(change(-1), change(1), async () => {
      await spend();
      await differing(1);
      await house.stack.running.at(-1)!.app.close();
      await runProjector();
      const wasAt = (await books())!.comparedAt;
      const found = await eventually(books, (round) => round!.comparedAt > wasAt);
      expect(found).toMatchObject({ differences: 1, first: { userId } });
    });
    await differing(0);
  });
});
