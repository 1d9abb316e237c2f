import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { databaseUrls, provision } from '#libs/persistence';
import { record } from './test-events.js';
import { TestHouse } from './test-house.js';

const denied = { code: '42501' };
const appendOnly = { code: '23001' };

const hub = { service: 'hub', ownerPassword: 'test', password: 'test' } as const;
const cv = { ...hub, service: 'cv' } as const;

describe('rights', () => {
  let house: TestHouse;
  let runTime: Client;
  let owner: Client;

  beforeAll(async () => {
    house = await TestHouse.start();
    runTime = await house.client(house.urls().DATABASE_URL);
    owner = await house.client(house.urls().DATABASE_OWNER_URL);
    await record(await house.dataSource(), 1);
  });
  afterAll(() => house.stop());

  it.each([
    'DELETE FROM outbox',
    'TRUNCATE outbox',
    `UPDATE outbox SET data = '{}'`,
    'UPDATE outbox SET subject_version = 9',
    'DELETE FROM stream_head',
    'UPDATE stream_head SET subject_user_id = gen_random_uuid()',
    'DROP TABLE outbox',
    'ALTER TABLE outbox DISABLE TRIGGER USER',
    'CREATE TABLE mine ()',
    'CREATE TABLE public.mine ()',
    'CREATE TEMP TABLE mine ()',
    'SELECT * FROM letters.migrations',
  ])('R15: the run-time role may not %s', async (sql) => {
    await expect(runTime.query(sql)).rejects.toMatchObject(denied);
  });

  it.each([
    'DELETE FROM outbox',
    'DELETE FROM outbox WHERE false',
    'TRUNCATE outbox',
    `UPDATE outbox SET data = '{}'`,
    'UPDATE outbox SET recorded_at = now()',
  ])('R15: a trigger refuses the owner to %s', async (sql) => {
    await expect(owner.query(sql)).rejects.toMatchObject({
      ...appendOnly,
      message: expect.stringContaining('hub.outbox is append-only'),
    });
  });

  it('R15: the run-time role may mark events as published, and take the mark away', async () => {
    const mark = `WITH taken AS (DELETE FROM outbox_waiting RETURNING ids)
      INSERT INTO outbox_published SELECT 1, $1, ids FROM taken`;
    expect((await runTime.query(mark, [randomUUID()])).rowCount).toBe(1);
    const unmark = `WITH taken AS (DELETE FROM outbox_published RETURNING ids)
      INSERT INTO outbox_waiting SELECT ids[1], 1, ids FROM taken`;
    expect((await runTime.query(unmark)).rowCount).toBe(1);
  });

  it('R15: no role of one service reaches the schema of another', async () => {
    const { DATABASE_URL, DATABASE_OWNER_URL } = house.urls('letters');
    for (const url of [DATABASE_URL, DATABASE_OWNER_URL]) {
      const letters = await house.client(url);
      await expect(letters.query('SELECT * FROM hub.outbox')).rejects.toMatchObject(denied);
      await expect(letters.query('CREATE TABLE hub.mine ()')).rejects.toMatchObject(denied);
      await expect(letters.query('CREATE SCHEMA mine')).rejects.toMatchObject(denied);
    }
  });

  it('R15: a role of nobody does not even connect', async () => {
    const admin = await house.client(house.adminUrl);
    const stranger = `stranger_${randomUUID().slice(0, 8)}`;
    await admin.query(`CREATE ROLE ${stranger} LOGIN PASSWORD 'test'`);
    try {
      const url = new URL(house.adminUrl);
      url.username = stranger;
      url.password = 'test';
      await expect(new Client({ connectionString: url.href }).connect()).rejects.toMatchObject(
        denied,
      );
    } finally {
      await admin.query(`DROP ROLE ${stranger}`);
    }
  });

  it('provisions again, and several times at once, without a change', async () => {
    const again = () => provision(house.adminUrl, [hub]);
    await Promise.all([again(), again(), again()]);
    await expect(runTime.query('SELECT * FROM outbox')).resolves.toHaveProperty('rowCount', 1);
  });

  it('provisions a new database several times at once', async () => {
    const url = new URL(house.adminUrl);
    const database = `${url.pathname.slice(1)}_twice`;
    url.pathname = `/${database}`;
    const both = () => provision(url.href, [hub, cv]);
    try {
      await Promise.all([both(), both()]);
      const client = await house.client(databaseUrls(url.href, cv).DATABASE_URL);
      const { rows } = await client.query<{ current_schema: string }>('SELECT current_schema()');
      expect(rows).toEqual([{ current_schema: 'cv' }]);
    } finally {
      const admin = await house.client(house.adminUrl);
      await admin.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    }
  });
});
