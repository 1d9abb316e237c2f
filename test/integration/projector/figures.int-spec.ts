import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  energyRefunded,
  getEnergyUsage,
  listServiceFigures,
  type RecordedEvent,
} from '#libs/contracts';
import { newCaller } from '#libs/messaging';
import { armFailpoint, disarmFailpoints, failpointHits } from '#libs/telemetry';
import { parisDay } from '../../../services/projector/src/read-models/paris-day.js';
import { TestProjector } from './test-projector.js';
import { again, consumed, granted, life, opened, told } from './told-events.js';

const dayMs = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * dayMs).toISOString();
const at = ({ envelope, data }: RecordedEvent, occurredAt: string): RecordedEvent => {
  return { envelope: { ...envelope, occurredAt }, data };
};

function refunded(userId: string, subjectVersion: number): RecordedEvent {
  const [entryId, refundOf, idempotencyKey] = [randomUUID(), randomUUID(), randomUUID()];
  const ids = { entryId, refundOf, idempotencyKey, fingerprint: '0'.repeat(64) };
  const figures = { amount: 5, balance: 100, held: 0 };
  const rest = { action: 'conseil_rapide', returned: [], regrant: null, bySelf: true };
  return told(energyRefunded, { userId, subjectVersion }, { ...ids, ...figures, ...rest });
}

describe('figures', () => {
  let projector: TestProjector;

  beforeAll(async () => {
    projector = await TestProjector.start();
  });
  afterEach(disarmFailpoints);
  afterAll(() => projector?.stack.stop());

  const figuresOf = (minutes: number, before?: string) =>
    projector.ops.request(listServiceFigures, { minutes, before }, newCaller());

  it('R23: tell what a user used energy for, over the window that is asked for', async () => {
    const { userId, caller } = await projector.stack.user();
    const days = [100, 89, 13, 6, 0, 0];
    await projector.tell(
      opened(userId),
      granted(userId, 2, 100),
      ...days.map((day, n) => at(consumed(userId, n + 3, 50), ago(day))),
      at(refunded(userId, 9), ago(0)),
    );
    const usage = (window: '7d' | '14d' | '90d') =>
      projector.website.request(getEnergyUsage, { window, atLeastVersion: 9 }, caller);
    const [today, action] = [parisDay(ago(0)), 'conseil_rapide'];
    const week = await usage('7d');
    expect(week).toEqual({
      ...{ window: '7d', from: parisDay(ago(6)), to: today, version: 9 },
      total: { times: 3, cost: 15, listCost: 15, refunds: 1, refunded: 5 },
      lines: [
        { day: today, action, times: 2, cost: 10, listCost: 10, refunds: 1, refunded: 5 },
        {
          ...{ day: parisDay(ago(6)), action },
          ...{ times: 1, cost: 5, listCost: 5, refunds: 0, refunded: 0 },
        },
      ],
    });
    expect((await usage('14d')).total.times).toBe(4);
    expect((await usage('90d')).total.times).toBe(5);
  });

  it('R29: tell of somebody else to staff only', async () => {
    const [owner, stranger, staff] = [
      await projector.stack.user(),
      await projector.stack.user(),
      await projector.stack.user({ staff: true }),
    ];
    await projector.tell(...life(owner.userId, 1));
    const request = { onBehalfOf: owner.userId, window: '90d' } as const;
    const ask = (caller: typeof owner.caller) =>
      projector.website.request(getEnergyUsage, request, caller);
    await expect(ask(stranger.caller)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await ask(staff.caller)).toMatchObject({ version: 3 });
  });

  it('tell the events of each minute by service and type, a page of minutes at a time', async () => {
    const userId = randomUUID();
    const minutes = ['2024-05-01T10:00', '2024-05-01T10:01', '2024-05-01T10:05'];
    const [first, second, third] = minutes.map((minute) => `${minute}:00.000Z`);
    const times = ['10:00:00.000', '10:01:00.000', '10:01:59.999', '10:05:30.000', '10:05:31.000'];
    await projector.tell(
      ...life(userId, 3).map((event, n) => at(event, `2024-05-01T${times[n]}Z`)),
    );
    const source = 'hub';
    const newest = { figures: [{ minute: third, source, type: 'EnergyConsumed', events: 2 }] };
    const page = await figuresOf(1, '2024-05-01T10:06:00.000Z');
    expect(page).toEqual({ ...newest, next: third });
    expect(await figuresOf(5, page.next!)).toEqual({
      figures: [
        { minute: second, source, type: 'EnergyConsumed', events: 1 },
        { minute: second, source, type: 'EnergyGranted', events: 1 },
        { minute: first, source, type: 'AccountOpened', events: 1 },
      ],
      next: null,
    });
  });

  it.each(['projector.after-fetch', 'projector.in-transaction', 'projector.after-commit'])(
    'R22: count each event once, through a fault at %s and when the stream holds it twice',
    async (point) => {
      const { userId, caller } = await projector.stack.user();
      const events = life(userId, 20).map((event) => at(event, '2023-05-01T10:00:00.000Z'));
      const before = await figuresOf(1, '2023-05-01T10:01:00.000Z');
      armFailpoint(point, 'throw@1');
      await projector.tell(...events, ...events.slice(5).map(again));
      expect(failpointHits().get(point)).toBeGreaterThan(1);
      const rows = await projector.rows(
        'SELECT * FROM projector.energy_usage_v1 WHERE user_id = $1',
        [userId],
      );
      expect(rows).toMatchObject([{ times: 20, cost: '100', refunds: 0 }]);
      const count = ({ figures }: typeof before) =>
        figures.find(({ type }) => type === 'EnergyConsumed')?.events ?? 0;
      expect(count(await figuresOf(1, '2023-05-01T10:01:00.000Z')) - count(before)).toBe(20);
      const { version } = await projector.website.request(getEnergyUsage, {}, caller);
      expect(version).toBe(22);
    },
  );
});
