import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { defineEvent, letterVerified } from '#libs/contracts';
import {
  maxEventBytes,
  nextSubjectVersion,
  outboxChannel,
  recordEvents,
  SubjectVersionTaken,
  transaction,
  type DataSource,
  type EventToRecord,
} from '#libs/persistence';
import { cause, opened, recordIn } from './test-events.js';
import { TestHouse } from './test-house.js';

const user = '0d9c1b0a-6d0b-4d0e-8c3c-0b6f3a1d2e4f';
const occurredAt = '2026-01-02T03:04:05.678Z';

describe('recordEvents', () => {
  let house: TestHouse;
  let dataSource: DataSource;

  beforeAll(async () => {
    house = await TestHouse.start();
    dataSource = await house.dataSource();
  });
  beforeEach(() => house.emptyOutbox());
  afterAll(() => house.stop());

  const write = (...events: EventToRecord[]) =>
    transaction(dataSource, (tx) => recordEvents(tx, { source: 'hub', cause, occurredAt, events }));

  it('keeps the whole envelope, in the order given', async () => {
    const id = randomUUID();
    const ids = await write({ ...opened(user, 1), id }, opened(null, 1), opened(user, 2));
    expect(ids[0]).toBe(id);
    const rows: Record<string, unknown>[] = await dataSource.query(
      'SELECT * FROM outbox ORDER BY id',
    );
    expect(rows.map((row) => row.event_id)).toEqual(ids);
    expect(rows[0]).toMatchObject({
      type: 'AccountOpened',
      event_version: 1,
      subject_user_id: user,
      subject_version: '1',
      actor_id: cause.actorId,
      correlation_id: cause.correlationId,
      causation_id: cause.causationId,
      traceparent: cause.traceparent,
      occurred_at: new Date(occurredAt),
      data: '{"catalogueVersion":1}',
    });
    expect(rows[1]).toMatchObject({ subject_user_id: null });
  });

  it('tells nothing when the transaction rolls back, and wakes whoever listens when it commits', async () => {
    const listener = await house.client(house.urls().DATABASE_URL);
    await listener.query(`LISTEN ${outboxChannel}`);
    const heard = once(listener, 'notification');
    const doomed = transaction(dataSource, async (tx) => {
      await recordIn(tx, user);
      throw new Error('changed my mind');
    });
    await expect(doomed).rejects.toThrow('changed my mind');
    await expect(dataSource.query('SELECT FROM outbox')).resolves.toHaveLength(0);

    await transaction(dataSource, (tx) => recordIn(tx, user));
    expect((await heard)[0]).toMatchObject({ channel: outboxChannel, payload: 'hub' });
  });

  it('R2: gives 50 transactions at once versions without holes, also when some roll back', async () => {
    const users = [user, randomUUID()];
    const attempts = Array.from({ length: 50 }, (_, n) =>
      transaction(dataSource, async (tx) => {
        await recordIn(tx, users[n % 2]!);
        if (n % 5 === 4) throw new Error('rolled back');
      }),
    );
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(40);
    for (const each of users) {
      const rows: { version: string }[] = await dataSource.query(
        'SELECT subject_version AS version FROM outbox WHERE subject_user_id = $1 ORDER BY id',
        [each],
      );
      expect(rows.map(({ version }) => Number(version))).toEqual(
        Array.from({ length: 20 }, (_, n) => n + 1),
      );
    }
  });

  it('R2: takes several versions at once, and those of nobody apart', async () => {
    const take = (whose: string | null, count?: number) =>
      transaction(dataSource, (tx) => nextSubjectVersion(tx, whose, count));
    expect([await take(user, 3), await take(user), await take(null), await take(null)]).toEqual([
      1, 4, 1, 2,
    ]);
    await expect(take(user, 0)).rejects.toThrow('Take at least one version');
  });

  it('R2: refuses a version that its subject already has', async () => {
    await write(opened(user, 1), opened(null, 1));
    await expect(write(opened(user, 1))).rejects.toThrow(SubjectVersionTaken);
    await expect(write(opened(null, 1))).rejects.toThrow('lock');
    await expect(write(opened(user, 2))).resolves.toHaveLength(1);
  });

  it('R6: writes nothing that the contract does not know', async () => {
    const wrong = { ...opened(user, 1), data: { catalogueVersion: 1, note: 'hello' } };
    await expect(write(wrong)).rejects.toThrow('AccountOpened break its contract');
    await expect(write({ ...wrong, data: { catalogueVersion: 'x' } })).rejects.toThrow(
      'catalogueVersion',
    );
    await expect(write({ ...opened(user, 1), contract: letterVerified })).rejects.toThrow(
      'told by letters, so hub cannot record it',
    );
  });

  it('R4: refuses an event over 64 KiB, and so does the table', async () => {
    const heavy = defineEvent({
      type: 'Heavy',
      version: 1,
      by: ['service:hub'],
      data: z.object({ code: z.string() }),
    });
    const weighing = (bytes: number) => ({
      contract: heavy,
      userId: user,
      subjectVersion: 1,
      data: { code: 'é'.repeat((bytes - '{"code":""}'.length) / 2) },
    });
    await expect(write(weighing(maxEventBytes + 1))).rejects.toThrow(
      'Heavy weighs 65537 bytes, more than the 65536',
    );
    await expect(write(weighing(maxEventBytes - 1))).resolves.toHaveLength(1);
    const raw = dataSource.query(
      `INSERT INTO outbox (event_id, type, event_version, subject_version, correlation_id,
         causation_id, traceparent, occurred_at, data)
       VALUES (gen_random_uuid(), 'Heavy', 1, 1, 'c', 'c', 't', now(), repeat('x', 65537))`,
    );
    await expect(raw).rejects.toMatchObject({ code: '23514', constraint: 'outbox_data_size' });
  });
});
