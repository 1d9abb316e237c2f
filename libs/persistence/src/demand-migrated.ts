import type { Client } from 'pg';
import type { Log } from '#libs/telemetry';
import { connectionOptions } from './connection-options.js';
import type { Migration } from './migrate.js';
import { migrationNames, tellOfNewer } from './migration-names.js';
import { openSession } from './open-session.js';
import { withPassword } from './password-file.js';
import { sqlState } from './postgres-errors.js';
import type { StoringService } from './roles.js';
import { whenReachable } from './when-reachable.js';

export interface DemandMigratedOptions {
  readonly service: StoringService;
  /** The address under the run-time role, which may look but not migrate. */
  readonly url: string;
  readonly migrations: readonly Migration[];
  readonly log: Log;
}

/**
 * Refuses, with what to run first, while the service's schema lacks a migration of this version. Waits up to 60 s for
 * Postgres to take connections.
 */
export async function demandMigrated(options: DemandMigratedOptions): Promise<void> {
  const { service, migrations, log } = options;
  const url = withPassword(options.url);
  const connection = connectionOptions(service, '-migrations');
  const session = await whenReachable(() => openSession(url, connection), log);
  try {
    const done = await migrationsDone(session, service);
    const known = migrationNames(migrations);
    const pending = known.filter((name) => !done.includes(name));
    if (pending.length > 0) throw new Error(lacking(service, pending));
    tellOfNewer(service, known, done, log);
  } finally {
    await session.end();
  }
}

async function migrationsDone(session: Client, service: StoringService): Promise<string[]> {
  try {
    const { rows } = await session.query<{ name: string }>(
      `SELECT name FROM ${service}.migrations ORDER BY id`,
    );
    return rows.map(({ name }) => name);
  } catch (error) {
    if (sqlState(error) === noSuchTable) return [];
    throw error;
  }
}

const noSuchTable = '42P01';

function lacking(service: StoringService, pending: readonly string[]): string {
  return `The database of ${service} lacks ${pending.join(', ')}. Run \`node dist/services/${service}/src/migrate.js\` with DATABASE_OWNER_URL first (with containers: \`docker compose run --rm migrate\`), or give this process DATABASE_OWNER_URL.`;
}
