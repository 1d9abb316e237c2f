import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import type { Log } from '#libs/telemetry';
import { tryAdvisoryLock } from './advisory-lock.js';
import { connectionOptions, connectTimeoutMs } from './connection-options.js';
import { migrationNames, tellOfNewer } from './migration-names.js';
import { openSession } from './open-session.js';
import { withPassword } from './password-file.js';
import { reasonOf } from './postgres-errors.js';
import type { StoringService } from './roles.js';
import { typeormLog } from './typeorm-log.js';
import { whenReachable } from './when-reachable.js';

/** A class with `up`, and a name that ends in its time as 13 digits. Expand / contract: the old version runs beside it. */
export type Migration = new () => MigrationInterface;

export interface MigrateOptions {
  readonly service: StoringService;
  readonly ownerUrl: string;
  readonly migrations: readonly Migration[];
  readonly log: Log;
}

/**
 * Brings the service's schema to what this code needs, as its owner; replicas that start at once take turns. Waits up
 * to 60 s for Postgres to take connections. Migrations of a newer version are left as they are, and logged (R6).
 */
export async function migrate(options: MigrateOptions): Promise<void> {
  const { service, log } = options;
  const ownerUrl = withPassword(options.ownerUrl);
  const connection = connectionOptions(service, '-migrations');
  const open = () => openSession(ownerUrl, connection);
  const session = await whenReachable(open, log);
  try {
    await takeTurn(session, service, log);
    await run({ ...options, ownerUrl });
  } catch (error) {
    throw new Error(`The migrations of ${service} failed: ${reasonOf(error)}`, { cause: error });
  } finally {
    await session.end();
  }
}

/** Asks again instead of waiting inside Postgres, where it would block the neighbour's CREATE INDEX CONCURRENTLY. */
async function takeTurn(session: Client, service: StoringService, log: Log): Promise<void> {
  const lock = `phoenix migrations ${service}`;
  for (let waiting = false; !(await tryAdvisoryLock(session, lock)); waiting = true) {
    if (!waiting) log.info(`Another instance runs the migrations of ${service}: waiting for it.`);
    await pause(100 + Math.random() * 100);
  }
}

async function run({ service, ownerUrl, migrations, log }: MigrateOptions): Promise<void> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    schema: service,
    migrations: [...migrations],
    poolSize: 2,
    connectTimeoutMS: connectTimeoutMs,
    installExtensions: false,
    logger: typeormLog(log),
    // A migration may take long, but must not stand in line for a lock before the old version's requests.
    extra: {
      ...connectionOptions(service, '-migrations'),
      statement_timeout: 0,
      lock_timeout: 10_000,
    },
    poolErrorHandler: () => undefined,
  });
  await dataSource.initialize();
  try {
    const done = await dataSource.runMigrations({ transaction: 'each' });
    for (const { name } of done) log.info(`Migration ${name} of ${service} was run.`);
    const rows: { name: string }[] = await dataSource.query(
      `SELECT name FROM ${service}.migrations ORDER BY id`,
    );
    const all = rows.map(({ name }) => name);
    tellOfNewer(service, migrationNames(migrations), all, log);
  } finally {
    await dataSource.destroy();
  }
}
