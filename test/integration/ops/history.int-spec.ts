import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { captureHold, listAccounts, openAccount, placeHold, refundEnergy } from '#libs/contracts';
import { newCaller } from '#libs/messaging';
import { eventually } from '#libs/testing';
import { OpsStack } from './ops-stack.js';

describe('what was', () => {
  let house: OpsStack;
  let user: string;

  beforeAll(async () => {
    house = await OpsStack.start('hub', 'projector');
    const { userId, token, caller } = await house.stack.user();
    user = userId;
    await house.website.request(openAccount, {}, caller);
    await house.spend(token);
    await house.spend(token);
    const letters = await house.stack.client('letters');
    const held = { action: 'lettre_motivation' as const, lifetimeMs: 60_000 };
    const place = () =>
      letters.request(placeHold, { ...held, idempotencyKey: randomUUID() }, newCaller(token));
    const { holdId } = await place();
    const settling = { userId, holdId, idempotencyKey: randomUUID() };
    const { entryId } = await letters.request(captureHold, settling, newCaller());
    const refund = { entryId, idempotencyKey: randomUUID() };
    await house.website.request(refundEnergy, refund, newCaller(token));
    await place();
    await eventually(async () => (await past()).version === 8);
  });
  afterAll(() => house?.stop());

  interface Told {
    readonly version: number;
    readonly balance: number;
    readonly held: number;
    readonly available: number;
    readonly fault: string | null;
    readonly grants: readonly { readonly left: number; readonly source: string }[];
    readonly holds: readonly { readonly owner: string; readonly amount: number }[];
    readonly steps: readonly { readonly occurredAt: string; readonly balance: number }[];
  }

  const past = async (...at: string[]) => {
    const { stdout } = await house.run('history', '--user', user, '--json', ...at);
    return (stdout ? JSON.parse(stdout) : { version: 0 }) as Told;
  };

  it('R27: history tells the account as it is now: as the ledger has it, and its grants add up', async () => {
    const now = await past();
    const ops = await house.stack.client('ops');
    const { accounts } = await ops.request(listAccounts, { user }, newCaller());
    const { version, balance, held, unspent } = accounts[0]!;
    expect(now).toMatchObject({ version, balance, held, available: unspent, fault: null });
    expect(now.grants.reduce((sum, { left }) => sum + left, 0)).toBe(unspent);
    expect(now.holds).toMatchObject([{ owner: 'letters', amount: held }]);
    expect((await house.run('books', '--user', user)).exitCode).toBe(0);
  });

  it('history tells it as it was, by version and by time', async () => {
    const third = await past('--at', '3');
    expect(third).toMatchObject({ version: 3, balance: 95, held: 0, holds: [] });
    expect(third.grants).toMatchObject([{ left: 95, source: 'welcome' }]);
    const now = await past();
    const fifth = await past('--at', now.steps[4]!.occurredAt);
    expect(fifth).toMatchObject({ version: 5, held: now.held });
    const { stdout, exitCode } = await house.run(
      'history',
      '--user',
      user,
      '--at',
      '5',
      '--limit',
      '2',
    );
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`Account of user ${user} at version 5, `);
    expect(stdout).toMatch(/^ {2}balance 90, held 15, available 75$/m);
    expect(stdout).toMatch(/^ {2}[\w-]{36} +lettre_motivation +letters +15 +20\S+Z$/m);
    expect(stdout).toMatch(
      /^ +4 +20\S+Z +EnergyConsumed +Quick advice +-5 +0 +90 +4 +[\w-]{36} +[\w-]{36}$/m,
    );
    expect(stdout).toContain('What led there, after 3 earlier events:');
    expect(stdout).toMatch(
      /^ +5 +20\S+Z +EnergyHoldPlaced +Cover letter +0 +15 +90 +5 +– +[\w-]+$/m,
    );
  });

  it('says of a user who had no account, then or ever, that there was none', async () => {
    const early = await house.run('history', '--user', user, '--at', '2020-01-01');
    expect(early.exitCode).toBe(1);
    expect(early.stderr).toContain('had no account then: it was opened at 20');
    const nobody = await house.run('history', '--user', randomUUID());
    expect(nobody.stderr).toMatch(/^The event store has no event about an account of user /);
    expect((await house.run('history', '--user', user, '--at', 'then')).exitCode).toBe(2);
  });

  it('blame names the events that made each row', async () => {
    const usage = await eventually(
      () => house.run('blame', '--user', user, '--model', 'energy-usage'),
      ({ stdout }) => / cost=15 list_cost=15 refunds=1 refunded=15$/m.test(stdout),
    );
    expect(usage.exitCode).toBe(0);
    expect(usage.stdout).toMatch(/^energy_usage user_id=\S+ day=\S+ action=conseil_rapide$/m);
    expect(usage.stdout).toMatch(/^ {2}times=2 cost=10 list_cost=10 refunds=0 refunded=0$/m);
    expect(usage.stdout.match(/EnergyConsumed v1/g)).toHaveLength(2);
    expect(usage.stdout.match(/EnergyHoldCaptured v1/g)).toHaveLength(1);
    const { rows } = await eventually(
      async () => {
        const asked = ['blame', '--user', user, '--model', 'energy-history', '--json'];
        return JSON.parse((await house.run(...asked)).stdout) as {
          rows: { table: string; events: object[]; fault: string | null }[];
        };
      },
      (told) => told.rows.filter(({ table }) => table === 'energy_history').length === 7,
    );
    expect(rows.find(({ table }) => table === 'energy_balances')!.events).toHaveLength(8);
    expect(rows.every(({ fault }) => fault === null)).toBe(true);
  });

  it('blame says of a row that it is not what its events make', async () => {
    const change = (points: number) =>
      `UPDATE projector.energy_usage_v1 SET cost = cost + ${points} WHERE user_id = '${user}' AND action = 'conseil_rapide'`;
    await house.withChange(change(1), change(-1), async () => {
      const asked = ['blame', '--user', user, '--model', 'energy-usage'];
      const { exitCode, stdout, stderr } = await house.run(...asked);
      expect(exitCode).toBe(1);
      expect(stdout).toContain('✗ cost is 11, and its events make 10: `replay run` makes it anew');
      expect(stdout).not.toMatch(/^energy_usage .* action=(?!conseil_rapide)/m);
      expect(stderr).toContain('more are what their events make: --all shows them, too.');
      expect((await house.run(...asked, '--all')).stdout).toMatch(
        /^energy_usage .* action=(?!conseil_rapide)/m,
      );
    });
    const wrong = (points: number) =>
      `UPDATE projector.energy_balances_v2 SET balance = balance + ${points} WHERE user_id = '${user}'`;
    await house.withChange(wrong(7), wrong(-7), async () => {
      const { stdout } = await house.run('blame', '--user', user, '--model', 'energy-history');
      expect(stdout).toMatch(/✗ balance is \d+, and its events make \d+:/);
    });
  });

  it('blame knows rows that are nobody’s, and names a model that there is not', async () => {
    const figures = await house.run('blame', '--user', user, '--model', 'service-figures');
    expect(figures.exitCode).toBe(0);
    expect(figures.stdout).toContain('Events of other users count in too.');
    const { stderr } = await house.run('blame', '--user', user, '--model', 'nothing');
    expect(stderr).toContain('There is no read model nothing');
  });
});
