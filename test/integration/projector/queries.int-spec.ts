import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listBalances, listEnergyHistory, listEvents, type RecordedEvent } from '#libs/contracts';
import { newCaller, type Caller } from '#libs/messaging';
import { TestProjector } from './test-projector.js';
import { life } from './told-events.js';

describe('queries of the projector', () => {
  let projector: TestProjector;
  let user: { userId: string; caller: Caller };
  let events: RecordedEvent[];

  beforeAll(async () => {
    projector = await TestProjector.start(2);
    user = await projector.stack.user();
    events = life(user.userId, 8);
    await projector.tell(...events, ...life(randomUUID(), 3));
  });
  afterAll(() => projector?.stack.stop());

  it('list the events of a user a page at a time, newest first, each once', async () => {
    const { website } = projector;
    const pages: string[][] = [];
    let after: string | undefined;
    do {
      const page = await website.request(listEvents, { limit: 4, after }, user.caller);
      pages.push(page.events.map(({ eventId }) => eventId));
      after = page.next ?? undefined;
    } while (after);
    expect(pages.map(({ length }) => length)).toEqual([4, 4, 2]);
    const told = events.map(({ envelope }) => envelope.id);
    expect(pages.flat()).toEqual(told.toReversed());
  });

  it('list the movements of a user a page at a time, newest first, each once', async () => {
    const { website } = projector;
    const first = await website.request(listEnergyHistory, { limit: 5 }, user.caller);
    const request = { limit: 5, after: first.next! };
    const second = await website.request(listEnergyHistory, request, user.caller);
    const versions = [...first.lines, ...second.lines].map(({ version }) => version);
    expect(versions).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2]);
    expect(second.next).toBeNull();
  });

  it('refuse a cursor of another stream, and name the present one', async () => {
    const { epoch } = await projector.models();
    const request = { after: `${randomUUID()}.7` };
    for (const contract of [listEvents, listEnergyHistory] as const) {
      await expect(projector.website.request(contract, request, user.caller)).rejects.toMatchObject(
        {
          code: 'CURSOR_EXPIRED',
          details: { epoch },
        },
      );
    }
  });

  it('R29: answer for somebody else to staff only', async () => {
    const { website, stack } = projector;
    const [stranger, staff] = [await stack.user(), await stack.user({ staff: true })];
    const request = { onBehalfOf: user.userId };
    for (const contract of [listEvents, listEnergyHistory] as const) {
      await expect(website.request(contract, request, stranger.caller)).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    }
    expect((await website.request(listEvents, request, staff.caller)).events).toHaveLength(10);
    expect((await website.request(listEnergyHistory, request, staff.caller)).lines).toHaveLength(9);
    expect((await website.request(listEvents, {}, stranger.caller)).events).toEqual([]);
  });

  it('R26: wait for the version that the caller knows of, on every replica', async () => {
    const { userId, caller } = await projector.stack.user();
    const future = life(userId, 3);
    const request = { atLeastVersion: future.length };
    const waiting = Array.from({ length: 8 }, () =>
      projector.website.request(listEnergyHistory, request, caller),
    );
    await projector.stream.appendBatch(future);
    for (const answer of await Promise.all(waiting)) expect(answer.version).toBe(future.length);
  });

  it('R26: answer with what there is, and say how far it reaches, when the version does not come', async () => {
    const request = { atLeastVersion: 11 };
    const answer = await projector.website.request(listEnergyHistory, request, user.caller);
    expect(answer).toMatchObject({ version: 10, lines: expect.any(Array) });
    expect(answer.lines).toHaveLength(9);
  });

  it('list the balances in order of user id, for the books', async () => {
    const { balances } = await projector.ops.request(listBalances, {}, newCaller());
    const ids = balances.map(({ userId }) => userId);
    expect(ids).toEqual([...ids].sort());
    const { userId } = user;
    const one = await projector.ops.request(listBalances, { user: userId }, newCaller());
    expect(one.balances).toEqual([{ userId, balance: 60, held: 0, version: 10 }]);
    const after = { after: ids[0]!, limit: 1 };
    const next = await projector.ops.request(listBalances, after, newCaller());
    expect(next.balances.map((balance) => balance.userId)).toEqual([ids[1]]);
  });

  it('tell where each read model stands', async () => {
    const { epoch, streamSequence, models } = await projector.models();
    expect(epoch).toBe((await projector.stream.position())?.epoch);
    const ones = { 'event-store': 1, 'service-figures': 1 };
    const builds = { 'energy-history': 2, 'energy-usage': 1, ...ones };
    expect(models).toEqual(
      Object.entries(builds).map(([model, version]) => ({
        model,
        version,
        build: version,
        role: 'live',
        state: 'running',
        reason: null,
        checkpoint: streamSequence,
        lag: 0,
        parkedUsers: 0,
      })),
    );
  });
});
