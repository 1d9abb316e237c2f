import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from '#libs/persistence';
import { armFailpoint, disarmFailpoints, failpointHits } from '#libs/telemetry';
import { eventually } from '#libs/testing';
import { MemoryStream } from './memory-stream.js';
import { Relays, settled, statusWhere } from './relays.js';
import { marks, record } from './test-events.js';
import { TestHouse } from './test-house.js';

describe('OutboxRelay, one of several instances', () => {
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
  const terminateHolder = async () => {
    const admin = await house.client(house.adminUrl);
    const { rowCount } = await admin.query(
      `SELECT pg_terminate_backend(l.pid) FROM pg_locks l
       JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()
       WHERE l.locktype = 'advisory' AND l.granted`,
    );
    expect(rowCount).toBe(1);
  };

  it('R16: lets one instance publish, and another take over when it stops', async () => {
    const first = relays.start(stream);
    await settled(first);
    const second = relays.start(stream);
    const ids = await record(dataSource, 5);
    await published(ids);
    expect(second.status()).toMatchObject({ active: false, problem: null });
    await first.stop();
    expect(first.status().active).toBe(false);
    await settled(second);
    const more = await record(dataSource, 5);
    await published([...ids, ...more]);
    expect(stream.ids()).toEqual([...ids, ...more]);
  });

  it('R16: another instance takes over from one that hangs with its connection cut, and marks what it published', async () => {
    armFailpoint('relay.after-publish', 'hang@1');
    const hung = relays.start(stream);
    const ids = await record(dataSource, 3);
    await eventually(
      () => stream.ids(),
      (seen) => seen.length === 3,
    );
    const standby = relays.start(stream);
    await terminateHolder();
    await settled(standby);
    await published(ids);
    expect(hung.status().active).toBe(false);

    disarmFailpoints();
    const more = await record(dataSource, 3);
    await published([...ids, ...more]);
    expect(stream.ids()).toEqual([...ids, ...more]);
    expect(hung.status().active).toBe(false);
  });

  it('R16: one that wakes up late does not publish what its successor already has', async () => {
    stream.remembers = true;
    armFailpoint('relay.after-claim', 'hang@1');
    const late = relays.start(stream);
    const ids = await record(dataSource, 3);
    await eventually(
      () => failpointHits().get('relay.after-claim'),
      (hits) => hits === 1,
    );
    const successor = relays.start(stream);
    await terminateHolder();
    await published(ids);
    await settled(successor);
    disarmFailpoints();
    await statusWhere(late, ({ active, problem }) => !active && problem === null);
    const more = await record(dataSource, 1);
    await published([...ids, ...more]);
    expect(stream.ids()).toEqual([...ids, ...more]);
  });

  it('goes on by itself when only its connection is cut', async () => {
    const relay = relays.start(stream);
    await settled(relay);
    await terminateHolder();
    const ids = await record(dataSource, 3);
    await published(ids);
    expect(stream.ids()).toEqual(ids);
    await settled(relay);
  });
});
