import { escapeIdentifier, type Client } from 'pg';
import { databaseOf, withDatabase, type ServiceCredentials } from './database-urls.js';
import { openSession } from './open-session.js';
import { provisionService } from './provision-service.js';

const application = { application_name: 'phoenix-provision' };

/**
 * Makes the database, and for each service its two roles with these passwords and its own schema (R15). May run
 * again, and twice at once; needs Postgres 15 or newer and a role that may create databases and roles.
 */
export async function provision(
  adminUrl: string,
  services: readonly ServiceCredentials[],
): Promise<void> {
  const database = databaseOf(adminUrl);
  const server = await openSession(withDatabase(adminUrl, 'postgres'), application);
  try {
    await demandVersion(server);
    // Roles belong to the whole server while an advisory lock belongs to one database: all lock in this one.
    await server.query(`SELECT pg_advisory_lock(hashtextextended('phoenix provision', 0))`);
    await createDatabase(server, database);
    await provisionIn(withDatabase(adminUrl, database), database, services);
  } finally {
    await server.end();
  }
}

async function demandVersion(server: Client): Promise<void> {
  const { rows } = await server.query<{ server_version_num: string; server_version: string }>(
    `SELECT current_setting('server_version_num') AS server_version_num,
            current_setting('server_version') AS server_version`,
  );
  const { server_version_num: number, server_version: version } = rows[0]!;
  if (Number(number) >= 150_000) return;
  throw new Error(`Postgres ${version} is too old. Use Postgres 15 or newer.`);
}

async function createDatabase(server: Client, database: string): Promise<void> {
  const { rowCount } = await server.query('SELECT FROM pg_database WHERE datname = $1', [database]);
  if (rowCount === 0) await server.query(`CREATE DATABASE ${escapeIdentifier(database)}`);
}

async function provisionIn(
  url: string,
  database: string,
  services: readonly ServiceCredentials[],
): Promise<void> {
  const session = await openSession(url, application);
  try {
    await session.query('BEGIN');
    await session.query(`
      REVOKE ALL ON DATABASE ${escapeIdentifier(database)} FROM PUBLIC;
      REVOKE ALL ON SCHEMA public FROM PUBLIC;`);
    for (const service of services) await provisionService(session, database, service);
    await session.query('COMMIT');
  } finally {
    await session.end();
  }
}
