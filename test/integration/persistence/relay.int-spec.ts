import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { recordEvents, transaction, type DataSource } from '#libs/persistence';
import { armFailpoint, disarmFailpoints, failpointHits, metricsRegistry } from '#libs/telemetry';
import { eventually } from '#libs/testing';
import { expectLateRowPublished } from './late-row.js';
import { MemoryStream } from './memory-stream.js';
import { Relays, settled, statusWhere } from './relays.js';
import { cause, marks, opened, record, recordIn } from './test-events.js';
import { TestHouse } from './test-house.js';

const far = 3_600_000;

describe('OutboxRelay', () => {
  let house: TestHouse;
  let dataSource: DataSource;
  let relays: Relays;
  let stream: MemoryStream;

  beforeAll(async () => {
    house = await TestHouse.start();
    dataSource = await house.dataSource();
    relays = new Relays(house);
  });
  beforeEach(async () => {
    stream = new MemoryStream();
    await house.emptyOutbox();
  });
  afterEach(async () => {
    disarmFailpoints();
    await relays.stop();
  });
  afterAll(() => house.stop());

  const published = (ids: string[]) =>
    eventually(
      () => marks(dataSource),
      (rows) => rows.length === ids.length && rows.every(({ seq }) => seq !== null),
    );

  it('carries whole envelopes and exact data, and stores sequence and epoch on the rows', async () => {
    stream.addForeign(3);
    const user = randomUUID();
    const id = await transaction(dataSource, (tx) => recordIn(tx, user));
    const relay = relays.start(stream);
    await published([id]);
    expect(stream.received).toEqual([
      {
        envelope: {
          ...cause,
          id,
          source: 'hub',
          type: 'AccountOpened',
          eventVersion: 1,
          userId: user,
          subjectVersion: 1,
          occurredAt: '2026-01-02T03:04:05.678Z',
        },
        data: '{"catalogueVersion":1}',
      },
    ]);
    expect(await marks(dataSource)).toEqual([{ id, seq: 4 }]);
    expect(await settled(relay)).toEqual({
      active: true,
      epoch: stream.epoch,
      backlog: 0,
      lastPublishedSeq: 4,
      problem: null,
    });
  });

  it('R16: is woken by a commit, without waiting for its poll', async () => {
    const relay = relays.start(stream, { pollMs: far });
    await statusWhere(relay, ({ epoch }) => epoch !== null);
    const ids = await record(dataSource, 2);
    await published(ids);
  });

  it('R16: finds by its poll what nobody told it of', async () => {
    const relay = relays.start(stream);
    await settled(relay);
    await dataSource.query(
      `INSERT INTO outbox (event_id, type, event_version, subject_version, correlation_id,
         causation_id, traceparent, occurred_at, data)
       VALUES (gen_random_uuid(), 'AccountOpened', 1, 1, 'c', 'c', 't', now(), '{}')`,
    );
    await eventually(
      () => stream.ids(),
      (ids) => ids.length === 1,
    );
  });

  it('R16: does not skip a row that becomes visible after a later one', () =>
    expectLateRowPublished({ dataSource, relays, stream }));

  it('R17: publishes chunks as atomic batches, in order', async () => {
    const ids = await record(dataSource, 25);
    relays.start(stream, { chunkSize: 10 });
    await published(ids);
    expect(stream.ids()).toEqual(ids);
    expect(stream.batches).toEqual([10, 10, 5]);
  });

  it('R17: goes event by event through a chunk that holds a duplicate', async () => {
    const relay = relays.start(stream);
    await settled(relay);
    const [a, late, b] = [randomUUID(), randomUUID(), randomUUID()];
    stream.remembers = true;
    stream.messages.push({ id: late, source: 'hub' });
    await transaction(dataSource, (tx) =>
      recordEvents(tx, {
        source: 'hub',
        cause,
        occurredAt: new Date(),
        events: [a, late, b].map((id, n) => ({ ...opened(null, n + 1), id })),
      }),
    );
    await published([a, late, b]);
    expect(stream.ids()).toEqual([late, a, b]);
    expect((await marks(dataSource)).map(({ seq }) => seq)).toEqual([2, 1, 3]);
    expect(stream.batches).toEqual([]);
  });

  it.each(['relay.after-claim', 'relay.after-publish', 'relay.after-mark'])(
    'R18: loses and doubles nothing when it fails at %s',
    async (name) => {
      armFailpoint(name, 'throw@2');
      const ids = await record(dataSource, 30);
      relays.start(stream, { chunkSize: 10 });
      await published(ids);
      expect(failpointHits().get(name)).toBeGreaterThanOrEqual(2);
      expect(stream.ids()).toEqual(ids);
      expect((await marks(dataSource)).map(({ seq }) => seq)).toEqual(ids.map((_, n) => n + 1));
    },
  );

  it('says its problem while the broker is away, counts what waits, and goes on when it is back', async () => {
    const relay = relays.start(stream);
    await settled(relay);
    const before = await figure('phoenix_outbox_published_events_total');
    stream.down = true;
    const ids = await record(dataSource, 4);
    const waiting = await statusWhere(relay, (s) => s.problem !== null && s.backlog === 4);
    expect(waiting.problem).toBe(
      'Events of hub wait: the broker is away. It is tried again by itself.',
    );
    expect(await figure('phoenix_outbox_backlog_events')).toBe(4);
    expect(await figure('phoenix_outbox_oldest_unpublished_seconds')).toBeGreaterThan(0);
    stream.reconnect();
    await published(ids);
    await settled(relay);
    expect(await figure('phoenix_outbox_backlog_events')).toBe(0);
    expect(await figure('phoenix_outbox_published_events_total')).toBe(before + 4);
  });
});

async function figure(name: string): Promise<number> {
  const metrics = await metricsRegistry.getMetricsAsJSON();
  const metric = metrics.find((each) => each.name === name);
  return (metric?.values[0]?.value as number | undefined) ?? 0;
}
