import { Client } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  createDataSource,
  migrate,
  outboxAgreement,
  outboxMarks,
  outboxTables,
  type DataSource,
  type StoringService,
} from '#libs/persistence';
import { createLog } from '#libs/telemetry';
import { TestDatabase } from '#libs/testing';

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

/** A database of a test file's own with the hub's outbox in it, and connections that end with it. */
export class TestHouse {
  private readonly closing: (() => Promise<unknown>)[] = [];

  private constructor(private readonly database: TestDatabase) {}

  static async start(): Promise<TestHouse> {
    const house = new TestHouse(await TestDatabase.create());
    const ownerUrl = house.urls().DATABASE_OWNER_URL;
    const migrations = [OutboxOnly1700000000000, outboxMarks('hub'), outboxAgreement('hub')];
    await migrate({ service: 'hub', ownerUrl, migrations, log: silent });
    await house.agree();
    return house;
  }

  get adminUrl(): string {
    return this.database.adminUrl;
  }

  urls(service: StoringService = 'hub') {
    return this.database.environment(service);
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

  /** As new as the stream, as a relay would have found it. */
  async agree(): Promise<void> {
    await this.database.query(`TRUNCATE hub.outbox_agreement;
      INSERT INTO hub.outbox_agreement (server, state) VALUES
        (extract(epoch FROM pg_postmaster_start_time())::text || ' ' || 'hub.outbox'::regclass::oid, 'agreed')`);
  }

  async emptyOutbox(): Promise<void> {
    await this.agree();
    const owner = await this.client(this.urls().DATABASE_OWNER_URL);
    await owner.query(`ALTER TABLE outbox DISABLE TRIGGER USER; TRUNCATE outbox, outbox_waiting, outbox_published, stream_head;
      ALTER TABLE outbox ENABLE TRIGGER USER`);
  }

  async stop(): Promise<void> {
    await Promise.all(this.closing.map((close) => close()));
    await this.database.drop();
  }
}
