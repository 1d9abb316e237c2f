import { join } from 'node:path';
import { Client } from 'pg';
import { databaseUrls, provision } from '#libs/persistence';
import { initPostgres } from '../../tools/stack/postgres-init.mjs';
import { removePostgres } from '../../tools/stack/postgres-place.mjs';
import { startPostgres } from '../../tools/stack/postgres-start.mjs';
import { password } from '../../tools/stack/secrets.mjs';

/**
 * A PostgreSQL of its own as `npm start` has it, with fsync on.
 * @param {{ home: string, ending: import('../../tools/up/shutdown.mjs').Shutdown }} options
 */
export async function startDatabaseServer({ home, ending }) {
  const cluster = { dataDir: join(home, 'postgres'), password: password() };
  ending.add(() => removePostgres(cluster.dataDir));
  await initPostgres(cluster);
  const postgres = await startPostgres(cluster);
  ending.add(() => postgres.stop());
  const credentials = { service: 'hub', ownerPassword: password(), password: password() };
  return {
    pid: postgres.pid,
    /** A database of this name with an empty schema for the hub, and a connection as administrator. */
    async createDatabase(/** @type {string} */ name) {
      const url = new URL(postgres.adminUrl);
      url.pathname = `/${name}`;
      await provision(url.href, [credentials]);
      const admin = new Client({ connectionString: url.href });
      await admin.connect();
      ending.add(() => admin.end());
      const { DATABASE_URL, DATABASE_OWNER_URL } = databaseUrls(url.href, credentials);
      const database = { databaseUrl: DATABASE_URL, databaseOwnerUrl: DATABASE_OWNER_URL };
      return { ...database, admin };
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof startDatabaseServer>>} DatabaseServer */
