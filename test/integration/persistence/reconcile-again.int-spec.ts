import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DataSource } from '#libs/persistence';
import { armFailpoint, disarmFailpoints } from '#libs/telemetry';
import { eventually } from '#libs/testing';
import { MemoryStream } from './memory-stream.js';
import { expectAgreed, problemOf, publishAndStop } from './agreement.js';
import { Relays, settled, statusWhere } from './relays.js';
import { record } from './test-events.js';
import { TestHouse } from './test-house.js';

describe('R18: the relay compares its outbox with a stream that changes under it', () => {
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

  const publishedBefore = (count: number) => publishAndStop({ dataSource, relays, stream }, count);
  const expectAgreement = () => expectAgreed(dataSource, stream);

  it('compares again on every reconnect', async () => {
    await publishedBefore(5);
    const relay = relays.start(stream, { pollMs: 3_600_000 });
    await statusWhere(relay, ({ epoch }) => epoch !== null);
    stream.messages.splice(4);
    stream.reconnect();
    await eventually(
      () => stream.ids(),
      (ids) => ids.length === 5,
    );
    await expectAgreement();
  });

  it('notices while idle that the stream has vanished', async () => {
    await publishedBefore(1);
    const relay = relays.start(stream);
    await settled(relay);
    stream.exists = false;
    expect(await problemOf(relay)).toContain('The event stream is missing');
    expect(relay.status().epoch).toBeNull();
  });

  it('does not mark what it published to a stream that was cut meanwhile', async () => {
    await publishedBefore(5);
    const relay = relays.start(stream, { pollMs: 3_600_000 });
    await statusWhere(relay, ({ epoch }) => epoch !== null);
    stream.messages.splice(3);
    await record(dataSource, 1);
    await eventually(
      () => stream.ids(),
      (ids) => ids.length === 6,
    );
    await expectAgreement();
  });

  it('agrees with the stream after any history of crashes, cuts and other services’ events', async () => {
    const step = fc.oneof(
      fc.record({ record: fc.integer({ min: 1, max: 8 }) }),
      fc.record({ foreign: fc.integer({ min: 1, max: 8 }) }),
      fc.record({ cut: fc.integer({ min: 1, max: 12 }) }),
      fc.record({ fail: fc.constantFrom('relay.after-claim', 'relay.after-publish') }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 10 }), async (steps) => {
        await house.emptyOutbox();
        stream = new MemoryStream();
        for (const each of steps) {
          if ('record' in each) await record(dataSource, each.record);
          if ('foreign' in each) stream.addForeign(each.foreign);
          if ('cut' in each) stream.messages.splice(Math.max(0, stream.messages.length - each.cut));
          if ('fail' in each) {
            armFailpoint(each.fail, 'throw@1');
            await record(dataSource, 1);
            const relay = relays.start(stream, { chunkSize: 3 });
            await statusWhere(relay, ({ problem }) => problem !== null);
            await relay.stop();
            disarmFailpoints();
          }
        }
        const relay = relays.start(stream, { chunkSize: 3 });
        await settled(relay);
        await expectAgreement();
        await relay.stop();
      }),
      { numRuns: 20 },
    );
  });
});
