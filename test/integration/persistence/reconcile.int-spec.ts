import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from '#libs/persistence';
import { eventually } from '#libs/testing';
import { MemoryStream } from './memory-stream.js';
import { expectAgreed, problemOf, publishAndStop } from './agreement.js';
import { Relays, settled } from './relays.js';
import { marks, record } from './test-events.js';
import { TestHouse } from './test-house.js';

const restore =
  'Nothing is lost: every service keeps its events in its outbox. Keep the data folders as they are and restore the stream (`npm run phoenix -- stream restore`).';

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

  const publishedBefore = (count: number) => publishAndStop({ dataSource, relays, stream }, count);
  const expectAgreement = () => expectAgreed(dataSource, stream);

  it('waits for a stream that does not exist yet, as long as it never published', async () => {
    stream.exists = false;
    await record(dataSource, 2);
    const relay = relays.start(stream);
    expect(await problemOf(relay)).toBe(
      'There is no event stream: in a new house the projector creates it, in another `npm run phoenix -- stream restore` does.',
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
    expect(await problemOf(relay)).toBe(`The event stream is missing. ${restore}`);
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
      `The event stream is another one (epoch ${stream.epoch}) than hub published to (epoch ${known}). ${restore}`,
    );
    expect(stream.ids()).toEqual([]);
  });

  it('R19: publishes all again, in order, to a stream that restores the one it published to', async () => {
    const before = await publishedBefore(5);
    const known = stream.epoch;
    stream = new MemoryStream();
    stream.restores = [randomUUID(), known];
    const later = await record(dataSource, 2);
    await settled(relays.start(stream));
    expect(stream.ids()).toEqual([...before, ...later]);
    await expectAgreement();
  });

  it('R19: finds what it had put back already when it was killed in between, and goes on behind it', async () => {
    const before = await publishedBefore(5);
    const lost = stream;
    stream = new MemoryStream();
    stream.restores = [lost.epoch];
    stream.messages = lost.messages.filter(({ source }) => source === 'hub').slice(0, 3);
    await settled(relays.start(stream));
    await eventually(
      () => stream.ids(),
      (ids) => ids.length === before.length,
    );
    expect(stream.ids()).toEqual(before);
    expect(stream.received).toHaveLength(2);
    await expectAgreement();
  });

  it('publishes nothing when the stream knows events that Postgres does not', async () => {
    const asked = { writeMissing: () => Promise.resolve() };
    await publishedBefore(2);
    stream.messages.push({ id: randomUUID(), source: 'hub' });
    const [known] = await record(dataSource, 1);
    stream.messages.push({ id: known!, source: 'hub' });
    const relay = relays.start(stream, asked);
    expect(await problemOf(relay)).toBe(
      'The event stream holds an event of hub at sequence 5 that its Postgres does not know: Postgres is older than the stream. No change is taken until its tables have caught up: `npm run phoenix -- ledger catch-up`.',
    );
    await relay.stop();
    expect(await problemOf(relays.start(stream, asked))).toContain('at sequence 5');
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
