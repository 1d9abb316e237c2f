import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type DataSource, type OutboxRelay } from '#libs/persistence';
import { eventually } from '#libs/testing';
import { MemoryStream } from './memory-stream.js';
import { Relays, settled, statusWhere } from './relays.js';
import { marks, record } from './test-events.js';
import { TestHouse } from './test-house.js';

describe('R18: before it publishes, the relay compares its outbox with the stream', () => {
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
    await relays.stop();
  });
  afterAll(() => house.stop());

  const problemOf = async (relay: OutboxRelay) =>
    (await statusWhere(relay, ({ problem }) => problem !== null)).problem;

  /** Events that are published and marked by a relay that has stopped since, after some of another service. */
  async function publishedBefore(count: number): Promise<string[]> {
    stream.addForeign(2);
    const ids = await record(dataSource, count);
    const relay = relays.start(stream);
    await eventually(
      () => stream.ids(),
      (seen) => seen.length === count,
    );
    await settled(relay);
    await relay.stop();
    return ids;
  }

  /** The stream holds each event of the outbox once, where its mark says. */
  async function expectAgreement(): Promise<void> {
    const rows = await eventually(
      () => marks(dataSource),
      (all) => all.every(({ seq }) => seq !== null),
    );
    for (const { id, seq } of rows) expect(stream.messages[seq! - 1]?.id).toBe(id);
    expect(stream.ids().toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
  }

  it('waits for a stream that does not exist yet, as long as it never published', async () => {
    stream.exists = false;
    await record(dataSource, 2);
    const relay = relays.start(stream);
    expect(await problemOf(relay)).toBe(
      'The event stream does not exist yet; the projector creates it.',
    );
    stream.exists = true;
    await settled(relay);
    await expectAgreement();
  });

  it('publishes nothing when the stream is gone, and says what to do', async () => {
    await publishedBefore(2);
    stream.exists = false;
    await record(dataSource, 1);
    const relay = relays.start(stream);
    expect(await problemOf(relay)).toContain('Run "npm run phoenix -- stream restore"');
    expect(stream.ids()).toHaveLength(2);
    expect((await marks(dataSource)).map(({ seq }) => seq)).toEqual([3, 4, null]);
  });

  it('publishes nothing to a stream of another epoch, and says what to do', async () => {
    await publishedBefore(2);
    const known = stream.epoch;
    stream = new MemoryStream();
    await record(dataSource, 1);
    const relay = relays.start(stream);
    expect(await problemOf(relay)).toBe(
      `The event stream is another one (epoch ${stream.epoch}) than hub published to (epoch ${known}). Run "npm run phoenix -- stream restore".`,
    );
    expect(stream.ids()).toEqual([]);
  });

  it('publishes nothing when the stream knows events that Postgres does not', async () => {
    await publishedBefore(2);
    stream.messages.push({ id: randomUUID(), source: 'hub' });
    const [known] = await record(dataSource, 1);
    stream.messages.push({ id: known!, source: 'hub' });
    const relay = relays.start(stream);
    expect(await problemOf(relay)).toBe(
      'The event stream holds an event of hub at sequence 5 that its Postgres does not know: Postgres is older than the stream. Run "npm run phoenix -- ledger catch-up", or restore a newer copy of Postgres.',
    );
    await relay.stop();
    expect(await problemOf(relays.start(stream))).toContain('at sequence 5');
    expect(stream.received).toHaveLength(2);
  });

  it('takes no notice of a message that never came from an outbox', async () => {
    await publishedBefore(1);
    stream.messages.push({ id: '', source: 'hub' });
    await record(dataSource, 1);
    await settled(relays.start(stream));
    expect((await marks(dataSource)).map(({ seq }) => seq)).toEqual([3, 5]);
  });

  it('marks what was published by one that was killed before marking, and publishes only the rest', async () => {
    await publishedBefore(2);
    const ids = await record(dataSource, 2);
    stream.addForeign();
    stream.messages.push(...ids.map((id) => ({ id, source: 'hub' as const })));
    await record(dataSource, 1);
    await settled(relays.start(stream));
    await expectAgreement();
    expect(stream.received).toHaveLength(3);
  });

  it('publishes again what a stream that was cut has lost, and nothing else', async () => {
    const ids = await publishedBefore(10);
    stream.messages.splice(7);
    stream.addForeign(20);
    await settled(relays.start(stream));
    await expectAgreement();
    expect(stream.received).toHaveLength(15);
    expect(stream.ids()).toEqual(ids);
  });

  it('publishes all again when the same stream was emptied', async () => {
    const ids = await publishedBefore(10);
    stream.messages = [];
    await settled(relays.start(stream));
    await expectAgreement();
    expect(stream.ids()).toEqual(ids);
  });
});
