import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { databaseUrls, provision, type StoringService } from '#libs/persistence';
import { TestPostgres } from './postgres.js';

const services: StoringService[] = ['hub', 'letters', 'cv', 'projector', 'website'];

/** Roles belong to the whole server, which test files share: all give them the same password. */
const passwords = { ownerPassword: 'test', password: 'test' };

/** A database of a test's own with all roles and schemas, in the run's PostgreSQL, or in one started for it. */
export class TestDatabase {
  private constructor(
    readonly adminUrl: string,
    private readonly server: TestPostgres | undefined,
  ) {}

  static async create(own?: TestPostgres): Promise<TestDatabase> {
    const shared = own?.adminUrl ?? process.env.PHOENIX_TEST_POSTGRES_URL;
    const server = shared ? undefined : await TestPostgres.start();
    const url = new URL(shared ?? server!.adminUrl);
    url.pathname = `/test_${randomBytes(4).toString('hex')}`;
    await provision(
      url.href,
      services.map((service) => ({ service, ...passwords })),
    );
    return new TestDatabase(url.href, server);
  }

  /** What a service reads from its environment. */
  environment(service: StoringService): { DATABASE_URL: string; DATABASE_OWNER_URL: string } {
    return databaseUrls(this.adminUrl, { service, ...passwords });
  }

  /** Asks as administrator, over a connection of its own. */
  async query<Row extends Record<string, unknown>>(
    sql: string,
    values: unknown[] = [],
  ): Promise<Row[]> {
    const client = new Client({ connectionString: this.adminUrl });
    await client.connect();
    try {
      return (await client.query<Row>(sql, values)).rows;
    } finally {
      await client.end();
    }
  }

  async drop(): Promise<void> {
    const name = new URL(this.adminUrl).pathname.slice(1);
    const server = new URL(this.adminUrl);
    server.pathname = '/postgres';
    const client = new Client({ connectionString: server.href });
    await client.connect();
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.end();
    await this.server?.stop();
  }
}
