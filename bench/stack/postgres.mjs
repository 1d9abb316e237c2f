import { join } from 'node:path';
import { Client } from 'pg';
import { databaseUrls, provision } from '#libs/persistence';
import { initPostgres } from '../../tools/stack/postgres-init.mjs';
import { removePostgres } from '../../tools/stack/postgres-place.mjs';
import { startPostgres } from '../../tools/stack/postgres-start.mjs';
import { password } from '../../tools/stack/secrets.mjs';

/**
 * A PostgreSQL of its own as `npm start` has it, with fsync on.
 * @param {{ home: string, ends: import('./ends.mjs').Ends }} options
 */
export async function startDatabaseServer({ home, ends }) {
  const cluster = { dataDir: join(home, 'postgres'), password: password() };
  ends.add(() => removePostgres(cluster.dataDir));
  await initPostgres(cluster);
  const postgres = await startPostgres(cluster);
  ends.add(() => postgres.stop());
  const onServer = async (/** @type {string} */ sql) => {
    const client = new Client({ connectionString: postgres.adminUrl });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  const passwords = { ownerPassword: password(), password: password() };
  return {
    pid: postgres.pid,
    /**
     * A database with an empty schema for a service, the hub unless named, or a copy of another one, and a connection
     * as administrator; dropped at the end.
     * @param {string} name
     * @param {import('./ends.mjs').Ends} inEnds
     * @param {{ template?: string, service?: import('#libs/persistence').StoringService }} [of] nobody may be connected
     *   to the template
     */
    async createDatabase(name, inEnds, { template, service = 'hub' } = {}) {
      const credentials = { service, ...passwords };
      if (template) await onServer(`CREATE DATABASE ${name} TEMPLATE ${template}`);
      const url = new URL(postgres.adminUrl);
      url.pathname = `/${name}`;
      await provision(url.href, [credentials]);
      const admin = new Client({ connectionString: url.href });
      // Whoever asks next hears of it.
      admin.on('error', () => {});
      await admin.connect();
      inEnds.add(async () => {
        await admin.end();
        if (template) await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
      });
      const { DATABASE_URL, DATABASE_OWNER_URL } = databaseUrls(url.href, credentials);
      const database = { databaseUrl: DATABASE_URL, databaseOwnerUrl: DATABASE_OWNER_URL };
      return { ...database, adminUrl: url.href, admin };
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof startDatabaseServer>>} DatabaseServer */
