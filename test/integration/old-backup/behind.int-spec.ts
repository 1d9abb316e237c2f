import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  consumeEnergy,
  getBalance,
  grantEnergy,
  openAccount,
  placeHold,
  type Command,
} from '#libs/contracts';
import type { Caller } from '#libs/messaging';
import { Readiness } from '#libs/telemetry';
import { eventually, TestPostgres } from '#libs/testing';
import { HubStack, type Account } from '../hub/hub-stack.js';
import { reasonOfRefusal } from './refused.js';

describe('R20: Postgres was put back to an old backup while the stream went on', () => {
  let postgres: TestPostgres;
  let hub: HubStack;
  let user: Account;

  beforeAll(async () => {
    postgres = await TestPostgres.start();
    hub = await HubStack.start({ postgres });
    user = await hub.account();
    const copy = await postgres.backup();
    await answered(() => hub.consume(user, 'conseil_rapide'));
    await published(3);
    await postgres.putBack(copy);
  }, 120_000);
  afterAll(async () => {
    await hub?.stop();
    await postgres?.stop();
  }, 60_000);

  /** The answer, once Postgres is there again. */
  function answered<T>(ask: () => Promise<T>): Promise<T> {
    return eventually(
      () => ask().catch(() => null),
      (reply) => reply !== null,
      20_000,
    ) as Promise<T>;
  }

  async function published(sequence: number): Promise<void> {
    const stream = await hub.stack.eventStream();
    await eventually(
      () => stream.position(),
      (at) => at?.lastSequence === sequence,
    );
  }

  const sentence =
    'The event stream holds an event of hub at sequence 3 that its Postgres does not know: Postgres is older than the stream. No change is taken until its tables have caught up: `npm run phoenix -- ledger catch-up`.';

  it('every command is refused with what to do, by every hub, and takes no version', async () => {
    const other = await hub.stack.user();
    const key = { idempotencyKey: randomUUID() };
    const placing = { ...key, action: 'lettre_motivation', lifetimeMs: 60_000 };
    const asked: [Command, object, Caller, string?][] = [
      [consumeEnergy, { ...key, action: 'conseil_rapide' }, user.caller],
      [grantEnergy, { ...hub.asStaff(user.userId), amount: 5 }, hub.staff.caller],
      [placeHold, placing, user.caller],
      [openAccount, {}, other.caller],
    ];
    const reasons = asked.map((each) => reasonOfRefusal(hub.stack, ...each));
    expect(await Promise.all(reasons)).toEqual(asked.map(() => sentence));
    expect(await hub.told(user)).toHaveLength(2);
    await published(3);
  });

  it('queries are answered, as old as Postgres is', async () => {
    const balance = await answered(() => hub.website.request(getBalance, {}, user.caller));
    expect(balance).toMatchObject({ balance: 100, version: 2 });
  });

  it('no hub is ready, and each says why', async () => {
    for (const { app } of hub.stack.running) {
      const { checks } = await eventually(
        () => app.get(Readiness, { strict: false }).status(),
        ({ checks: all }) => all.some(({ reason }) => reason === sentence),
      );
      expect(checks.find(({ name }) => name === 'outbox')?.ready).toBe(false);
    }
  });
});
