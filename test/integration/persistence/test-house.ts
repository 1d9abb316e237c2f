import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  createDataSource,
  databaseUrls,
  migrate,
  outboxTables,
  provision,
  type DataSource,
  type StoringService,
} from '#libs/persistence';
import { createLog } from '#libs/telemetry';
import { TestPostgres } from '../../../libs/testing/src/postgres.js';

export const silent = createLog({
  service: 'hub',
  instance: 'test',
  level: 'silent',
  format: 'json',
});

export class OutboxOnly1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(outboxTables('hub'));
  }

  async down(): Promise<void> {}
}

/** Roles belong to the whole server, which test files share: all give them the same password. */
const passwords = { ownerPassword: 'test', password: 'test' };

/** A database of a test file's own, with the hub's and the letters' schemas and the hub's outbox. */
export class TestHouse {
  private readonly closing: (() => Promise<unknown>)[] = [];

  private constructor(
    readonly adminUrl: string,
    private readonly server: TestPostgres | undefined,
  ) {}

  static async start(): Promise<TestHouse> {
    const shared = process.env.PHOENIX_TEST_POSTGRES_URL;
    const server = shared ? undefined : await TestPostgres.start();
    const url = new URL(shared ?? server!.adminUrl);
    url.pathname = `/persistence_${randomBytes(4).toString('hex')}`;
    const house = new TestHouse(url.href, server);
    await provision(house.adminUrl, [house.credentials('hub'), house.credentials('letters')]);
    await house.migrateHub();
    return house;
  }

  credentials(service: StoringService) {
    return { service, ...passwords };
  }

  urls(service: StoringService = 'hub') {
    return databaseUrls(this.adminUrl, this.credentials(service));
  }

  migrateHub(): Promise<void> {
    const ownerUrl = this.urls().DATABASE_OWNER_URL;
    const migrations = [OutboxOnly1700000000000];
    return migrate({ service: 'hub', ownerUrl, migrations, log: silent });
  }

  async dataSource(url = this.urls().DATABASE_URL, poolSize = 10): Promise<DataSource> {
    const dataSource = await createDataSource({ service: 'hub', url, poolSize }).initialize();
    this.closing.push(() => dataSource.destroy());
    return dataSource;
  }

  async client(url: string): Promise<Client> {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    this.closing.push(() => client.end());
    return client;
  }

  async emptyOutbox(): Promise<void> {
    const owner = await this.client(this.urls().DATABASE_OWNER_URL);
    await owner.query(`ALTER TABLE outbox DISABLE TRIGGER USER; TRUNCATE outbox, stream_head;
      ALTER TABLE outbox ENABLE TRIGGER USER`);
  }

  async stop(): Promise<void> {
    await Promise.all(this.closing.map((close) => close()));
    if (this.server) return this.server.stop();
    const url = new URL(this.adminUrl);
    const database = url.pathname.slice(1);
    url.pathname = '/postgres';
    const admin = new Client({ connectionString: url.href });
    await admin.connect();
    await admin.query(`DROP DATABASE ${database} WITH (FORCE)`);
    await admin.end();
  }
}
