import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { placeHold } from '#libs/contracts';
import { eventually } from '#libs/testing';
import { expectBooksToAgree } from '../integration/hub/books-of.js';
import { ServiceProcess } from '../integration/service-process.js';
import { HubStack } from '../integration/hub/hub-stack.js';

const [users, holdsOfEach] = [100, 5];
const lifetimeMs = 15_000;

describe('holds whose hubs are all gone', () => {
  let hub: HubStack;
  let processes: ServiceProcess[] = [];

  beforeAll(async () => {
    hub = await HubStack.start({ hubs: 0, books: true });
    processes = await Promise.all([
      ServiceProcess.start(hub.stack, 'hub'),
      ServiceProcess.start(hub.stack, 'hub'),
    ]);
  }, 60_000);
  afterAll(async () => {
    await Promise.all(processes.map((one) => one.kill()));
    await hub?.stop();
  });

  const figures = async () => {
    const [row] = await hub.stack.database.query(
      `SELECT count(*) FILTER (WHERE state = 'open')::int AS open,
              count(*) FILTER (WHERE state = 'expired')::int AS expired,
              (SELECT sum(held)::int FROM hub.accounts) AS held,
              (SELECT sum(balance)::int FROM hub.accounts) AS balance,
              (SELECT count(*)::int FROM hub.outbox WHERE type = 'EnergyHoldExpired') AS told
       FROM hub.holds`,
    );
    return row!;
  };

  it('R11: 500 holds, every hub killed with SIGKILL, deadlines pass, one hub started: 500 expired, points back, 500 events', async () => {
    const accounts = await Promise.all(Array.from({ length: users }, () => hub.account()));
    const placed = await Promise.all(
      accounts.flatMap(({ caller }) =>
        Array.from({ length: holdsOfEach }, () => {
          const body = { action: 'lettre_motivation', lifetimeMs } as const;
          const request = { ...body, idempotencyKey: randomUUID() };
          return hub.letters.request(placeHold, request, caller, { timeoutMs: 20_000 });
        }),
      ),
    );
    await Promise.all(processes.map((one) => one.kill()));
    const [points, held] = [users * 100, users * holdsOfEach * 15];
    const orphaned = { open: 500, expired: 0, held, balance: points, told: 0 };
    expect(await figures()).toEqual(orphaned);

    const deadline = Math.max(...placed.map(({ expiresAt }) => Date.parse(expiresAt)));
    await pause(deadline - Date.now() + 100);
    expect(await figures()).toEqual(orphaned);

    processes = [await ServiceProcess.start(hub.stack, 'hub')];
    const back = { open: 0, expired: 500, held: 0, balance: points, told: 500 };
    expect(await eventually(figures, ({ expired }) => expired === 500)).toEqual(back);
    const causes = await hub.stack.database.query(
      `SELECT 1 FROM hub.outbox AS expired JOIN hub.outbox AS placed
         ON placed.type = 'EnergyHoldPlaced' AND expired.data::jsonb ->> 'holdId' = placed.data::jsonb ->> 'holdId'
       WHERE expired.type = 'EnergyHoldExpired' AND expired.actor_id IS NULL
         AND (expired.correlation_id, expired.causation_id) = (placed.correlation_id, placed.causation_id)`,
    );
    expect(causes).toHaveLength(500);
    for (const user of accounts.slice(0, 3))
      expect(await hub.balance(user)).toMatchObject({ balance: 100, held: 0, available: 100 });
    await expectBooksToAgree(hub.stack);
  }, 120_000);
});
