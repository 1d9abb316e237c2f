import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  consumeEnergy,
  listHubEventLog,
  listLedgerEntries,
  openAccount,
  traceEvents,
  type RequestInput,
} from '#libs/contracts';
import { newCaller, type MessageClient } from '#libs/messaging';
import { eventually } from '#libs/testing';
import { OpsStack } from './ops-stack.js';

describe('what services know of their own events', () => {
  let house: OpsStack;
  let ops: MessageClient;
  let user: string;

  beforeAll(async () => {
    house = await OpsStack.start('hub', 'projector');
    ops = await house.stack.client('ops');
    ({ userId: user } = await house.spender(3));
    await house.spender(1);
  });
  afterAll(() => house?.stop());

  const log = (request: RequestInput<typeof listHubEventLog>) =>
    ops.request(listHubEventLog, request, newCaller());
  const settled = () =>
    eventually(
      () => log({ user }),
      ({ events }) => events.every(({ sequence }) => sequence !== null),
    );

  it('tells each event with its place in the stream, newest first, a page at a time', async () => {
    const { events } = await settled();
    expect(events.map(({ type, subjectVersion }) => `${subjectVersion} ${type}`)).toEqual([
      '5 EnergyConsumed',
      '4 EnergyConsumed',
      '3 EnergyConsumed',
      '2 EnergyGranted',
      '1 AccountOpened',
    ]);
    expect(events.every(({ waiting }) => !waiting)).toBe(true);
    const stored = await eventually(
      () => ops.request(traceEvents, { user, models: [] }, newCaller()),
      ({ events: all }) => all.length === 5,
    );
    const places = stored.events.map(({ eventId, sequence }) => [eventId, sequence]);
    expect(events.map(({ eventId, sequence }) => [eventId, sequence]).toReversed()).toEqual(places);

    const first = await log({ limit: 4 });
    const second = await log({ limit: 4, before: first.next! });
    expect(second.next).toBeNull();
    const all = [...first.events, ...second.events].map(({ position }) => position);
    expect(all).toEqual([...all].sort((one, other) => other - one));
    expect(all).toHaveLength(8);
  });

  it('finds those of one request, and those of a time', async () => {
    const { userId, token } = await house.stack.user();
    const caller = newCaller(token);
    await house.website.request(openAccount, {}, caller);
    const request = { action: 'conseil_rapide' as const, idempotencyKey: randomUUID() };
    const other = newCaller(token);
    await house.website.request(consumeEnergy, request, other);
    const { events } = await log({ correlationId: other.correlationId });
    expect(events).toMatchObject([{ type: 'EnergyConsumed', userId, subjectVersion: 3 }]);
    const from = events[0]!.occurredAt;
    expect((await log({ user: userId, from })).events).toHaveLength(1);
    expect((await log({ from, until: from })).events).toHaveLength(1);
    expect((await log({ until: '2020-01-01T00:00:00.000Z' })).events).toEqual([]);
    expect(await log({ from: '2099-01-01T00:00:00.000Z' })).toEqual({ events: [], next: null });
  });

  it('says what still waits to be published', async () => {
    const alone = await OpsStack.start('hub');
    await alone.spender(1);
    const asOps = await alone.stack.client('ops');
    const { events } = await asOps.request(listHubEventLog, {}, newCaller());
    await alone.stop();
    expect(events.map(({ waiting, sequence }) => ({ waiting, sequence }))).toEqual(
      Array.from({ length: 3 }, () => ({ waiting: true, sequence: null })),
    );
  });

  it('tells the entries of the ledger, and the rows that an event made in each read model', async () => {
    const { entries } = await ops.request(listLedgerEntries, { user, after: 2 }, newCaller());
    expect(entries.map(({ version, amount, balance }) => [version, amount, balance])).toEqual([
      [3, -5, 95],
      [4, -5, 90],
      [5, -5, 85],
    ]);
    const { events } = await eventually(
      () => ops.request(traceEvents, { user, limit: 200 }, newCaller()),
      ({ events: all }) =>
        all.length === 5 && all[4]!.models.every(({ state }) => state === 'taken'),
    );
    const rowsOf = (at: number, name: string) =>
      events[at]!.models.find(({ model }) => model === name)!.rows;
    expect(events[0]!.models.find(({ model }) => model === 'energy-usage')).toMatchObject({
      state: 'ignored',
      rows: [],
    });
    expect(rowsOf(4, 'event-store')[0]!.kept).toMatchObject({ subject_version: 5 });
    expect(rowsOf(4, 'energy-history').map(({ table }) => table)).toEqual([
      'energy_history',
      'energy_balances',
    ]);
    expect(rowsOf(2, 'energy-history')[1]).toMatchObject({
      key: { user_id: user },
      made: { balance: 95, version: 3 },
      kept: { balance: 85, version: 5 },
    });
    expect(rowsOf(4, 'energy-usage')[0]).toMatchObject({
      made: { times: 1, cost: 5 },
      kept: { times: 3, cost: 15 },
    });
  });
});
