import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { transaction, type DataSource } from '#libs/persistence';
import { problemOf, publishAndStop } from './agreement.js';
import { MemoryStream } from './memory-stream.js';
import { Relays, settled } from './relays.js';
import { marks, record, recordIn } from './test-events.js';
import { TestHouse } from './test-house.js';

describe('R20: the event log of a Postgres that was put back to an old backup', () => {
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
  afterEach(() => relays.stop());
  afterAll(() => house.stop());

  /** As it was when so many events had been recorded, all of them published. */
  async function putBackTo(count: number): Promise<void> {
    const owner = await house.client(house.urls().DATABASE_OWNER_URL);
    await owner.query(`ALTER TABLE outbox DISABLE TRIGGER USER;
      DELETE FROM stream_head WHERE subject_user_id IN (SELECT subject_user_id FROM outbox ORDER BY id OFFSET ${count});
      DELETE FROM outbox WHERE id IN (SELECT id FROM outbox ORDER BY id OFFSET ${count});
      ALTER TABLE outbox ENABLE TRIGGER USER`);
    if (count === 0) await owner.query('TRUNCATE outbox_published');
    else await owner.query(`UPDATE outbox_published SET ids = ids[:${count}]`);
  }

  const rows = () =>
    dataSource.query(
      'SELECT event_id, subject_user_id, subject_version, data, occurred_at, correlation_id FROM outbox ORDER BY id',
    );

  it('is put back from the stream, byte for byte and with its marks, and goes on after it', async () => {
    await publishAndStop({ dataSource, relays, stream }, 5);
    const [before, marked] = [await rows(), await marks(dataSource)];
    await putBackTo(3);
    await record(dataSource, 1);
    await settled(relays.start(stream));
    const known = new Set(marked.map(({ id }) => id));
    expect((await marks(dataSource)).filter(({ id }) => known.has(id))).toEqual(marked);
    expect((await rows()).filter((row: { event_id: string }) => known.has(row.event_id))).toEqual(
      before,
    );
    expect(stream.ids()).toHaveLength(6);
    await transaction(dataSource, (tx) => recordIn(tx, before[4].subject_user_id));
    const [last] = (await rows()).slice(-1);
    expect(last).toMatchObject({ subject_version: '2' });
  });

  it('is put back as well when it had published nothing, but had belonged to this stream', async () => {
    const relay = relays.start(stream);
    await settled(relay);
    await relay.stop();
    await publishAndStop({ dataSource, relays, stream }, 2);
    await putBackTo(0);
    await settled(relays.start(stream));
    expect((await marks(dataSource)).map(({ id }) => id)).toEqual(stream.ids());
  });

  it('stays as it is when it never belonged to this stream, and nothing may be recorded', async () => {
    await publishAndStop({ dataSource, relays, stream }, 2);
    await house.emptyOutbox();
    const relay = relays.start(stream);
    expect(await problemOf(relay)).toContain('This Postgres never belonged to this stream');
    await relay.stop();
    const again = await problemOf(relays.start(stream));
    expect(again).toContain('This Postgres never belonged to this stream');
    expect(await rows()).toEqual([]);
    await expect(record(dataSource, 1)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });
});
