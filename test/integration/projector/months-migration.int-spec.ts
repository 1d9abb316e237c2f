import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { migrate } from '#libs/persistence';
import { createLog } from '#libs/telemetry';
import { TestDatabase } from '#libs/testing';
import { migrations } from '../../../services/projector/src/migrations/migrations.js';
import { Months1764300000000 } from '../../../services/projector/src/migrations/1764300000000-months.js';

const log = createLog({ service: 'test', instance: 'test', level: 'silent', format: 'json' });

/** The first of the month that is so many after this one, UTC. */
function month(after: number): Date {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + after));
}

describe('an event store that is not yet kept by month', () => {
  let database: TestDatabase;
  let projector: Client;
  let before: object[];

  beforeAll(async () => {
    database = await TestDatabase.create();
    await migrated(migrations.indexOf(Months1764300000000));
    const { DATABASE_URL } = database.environment('projector');
    projector = new Client({ connectionString: DATABASE_URL, options: '-c search_path=projector' });
    await projector.connect();
    for (const [n, after] of [-14, -1, 0].entries()) await add(n + 1, month(after));
    before = await rows();
    await migrated(migrations.length);
  });
  afterAll(async () => {
    await projector?.end();
    await database?.drop();
  });

  function migrated(count: number): Promise<unknown> {
    const { DATABASE_OWNER_URL: ownerUrl } = database.environment('projector');
    const all = migrations.slice(0, count);
    return migrate({ service: 'projector', ownerUrl, migrations: all, log });
  }

  /** An event as a projector of the version before writes it, with its own statement. */
  function add(sequence: number, occurredAt: Date, eventId = randomUUID()): Promise<unknown> {
    return projector.query(
      `INSERT INTO event_store_v1 (event_id, epoch, stream_sequence, event_type, event_version, source,
         subject_user_id, subject_version, correlation_id, causation_id, occurred_at, recorded_at, event_data)
       VALUES ($1, $1, $2::bigint, 'SignedIn', 1, 'website', $3, 1, '', '', $4, $4, '{}')`,
      [eventId, sequence, randomUUID(), occurredAt],
    );
  }

  function rows(): Promise<object[]> {
    return database.query('SELECT * FROM projector.event_store_v1 ORDER BY stream_sequence');
  }

  it('keeps every row where it lies, and has the months after made ahead', async () => {
    expect(await rows()).toEqual(before);
    const name = (after: number) => month(after).toISOString().slice(0, 7).replace('-', '');
    const parts = await database.query(
      `SELECT inhrelid::regclass::text AS part FROM pg_inherits
       WHERE inhparent = 'projector.event_store_v1'::regclass ORDER BY 1`,
    );
    expect(parts.map(({ part }) => part)).toEqual([
      `projector.event_store_v1_${name(1)}`,
      `projector.event_store_v1_${name(2)}`,
      'projector.event_store_v1_first',
    ]);
  });

  it('has no index twice, and each in every part', async () => {
    const indexes = await database.query(
      `SELECT tablename AS part, count(*)::int AS n FROM pg_indexes
       WHERE schemaname = 'projector' AND tablename LIKE 'event_store_v1%' GROUP BY 1 ORDER BY 1`,
    );
    expect(indexes.map(({ n }) => n)).toEqual([4, 7, 7, 7]);
  });

  it('is written by a projector of the version before, over the turn of the month', async () => {
    await add(4, month(0));
    await add(5, month(1));
    await add(6, month(2));
    expect(await rows()).toHaveLength(6);
  });

  it('refuses the same event twice within a month', async () => {
    const eventId = randomUUID();
    await add(7, month(1), eventId);
    await expect(add(8, month(1), eventId)).rejects.toMatchObject({ code: '23505' });
  });

  it('R15: still refuses every change of a row, also of the first part', async () => {
    for (const table of ['event_store_v1', 'event_store_v1_first']) {
      await expect(database.query(`DELETE FROM projector.${table}`)).rejects.toMatchObject({
        code: '23001',
      });
      await expect(projector.query(`DELETE FROM ${table}`)).rejects.toMatchObject({
        code: '42501',
      });
    }
  });
});
