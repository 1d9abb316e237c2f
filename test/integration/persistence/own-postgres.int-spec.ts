import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import {
  createDataSource,
  databaseUrls,
  migrate,
  outboxAgreement,
  outboxMarks,
  OutboxRelay,
  provision,
  type DataSource,
} from '#libs/persistence';
import { eventually, TestPostgres } from '#libs/testing';
import { MemoryStream } from './memory-stream.js';
import { record } from './test-events.js';
import { OutboxOnly1700000000000, silent } from './test-house.js';

const hub = { service: 'hub', ownerPassword: 'o', password: 'p' } as const;

describe('with a Postgres that is restarted', () => {
  let postgres: TestPostgres;
  let dataSource: DataSource;
  let urls: ReturnType<typeof databaseUrls>;

  beforeAll(async () => {
    postgres = await TestPostgres.start();
    const url = new URL(postgres.adminUrl);
    url.pathname = '/phoenix';
    urls = databaseUrls(url.href, hub);
    await provision(await ordinaryAdministrator(url), [hub]);
    await postgres.kill();
    const migrated = migrate({
      service: 'hub',
      ownerUrl: urls.DATABASE_OWNER_URL,
      migrations: [OutboxOnly1700000000000, outboxMarks('hub'), outboxAgreement('hub')],
      log: silent,
    });
    await postgres.restart();
    await migrated;
    dataSource = await createDataSource({ service: 'hub', url: urls.DATABASE_URL }).initialize();
  });
  afterAll(async () => {
    await dataSource?.destroy();
    await postgres.stop();
  });

  /** Provisioning must not need a superuser, which hosted Postgres gives to nobody. */
  async function ordinaryAdministrator(url: URL): Promise<string> {
    const root = new Client({ connectionString: postgres.adminUrl });
    await root.connect();
    await root.query(`CREATE ROLE dba LOGIN PASSWORD 'test' CREATEROLE CREATEDB`);
    await root.end();
    const dba = new URL(url);
    dba.username = 'dba';
    dba.password = 'test';
    await provision(dba.href, [hub]);
    return dba.href;
  }

  it('was provisioned twice by an administrator that is no superuser, and migrated once it was up', async () => {
    await expect(dataSource.query('SELECT count(*)::int AS n FROM outbox')).resolves.toEqual([
      { n: 0 },
    ]);
  });

  it('R16: pool and relay go on by themselves after a crash of Postgres', async () => {
    const stream = new MemoryStream();
    const relay = new OutboxRelay({
      service: 'hub',
      databaseUrl: urls.DATABASE_URL,
      stream,
      log: silent,
      pollMs: 100,
    });
    relay.start();
    try {
      const before = await record(dataSource, 3);
      await eventually(
        () => stream.ids(),
        (ids) => ids.length === 3,
      );

      await postgres.kill();
      await eventually(
        () => relay.status(),
        ({ problem, active }) => problem !== null && !active,
      );
      await expect(record(dataSource, 1)).rejects.toThrow();

      await postgres.restart();
      const after = await record(dataSource, 2);
      await eventually(
        () => stream.ids(),
        (ids) => ids.length === 5,
      );
      expect(stream.ids()).toEqual([...before, ...after]);
      await eventually(
        () => relay.status(),
        ({ problem }) => problem === null,
      );
    } finally {
      await relay.stop();
    }
  });
});
