import { ensureKeys } from '../stack/keys.mjs';
import { ensureNkeys } from '../stack/nkeys.mjs';
import { ensureSecrets } from '../stack/secrets.mjs';
import { runBroker } from './broker.mjs';
import { runDatabase } from './database.mjs';
import { untilSomebodyListens } from './given-address.mjs';
import { administratorUrl, provision } from './provision.mjs';
import { credentialNames, serviceNames } from './service-names.mjs';

/**
 * Broker, database (each started unless its address is given), the services' schemas and roles, their NATS
 * credentials, and the token key.
 * @param {{ home: string, progress: import('./progress.mjs').Progress, show: (name: string, line: string) => void,
 *   teardown: import('./shutdown.mjs').Shutdown, onStart: () => void }} options
 */
export async function infrastructure({ home, progress, show, teardown, onStart }) {
  const { say } = progress;
  const keys = await ensureKeys(home);
  const nkeys = await ensureNkeys(home, credentialNames);
  const secrets = await ensureSecrets(home, serviceNames);
  const { NATS_URL, DATABASE_URL } = process.env;
  const given = { pid: undefined, dataFolder: undefined, stop: async () => {} };
  const databaseUrl = DATABASE_URL && administratorUrl('DATABASE_URL', DATABASE_URL);
  await Promise.all([
    NATS_URL && untilSomebodyListens({ variable: 'NATS_URL', text: NATS_URL, say }),
    databaseUrl && untilSomebodyListens({ variable: 'DATABASE_URL', text: databaseUrl, say }),
  ]);

  if (NATS_URL) {
    say(
      `the server that NATS_URL names must run with deploy/nats/permissions.conf and the keys in ${nkeys.publicKeysFile}`,
    );
  }
  const broker = progress.step(
    (nats) => `NATS at ${withoutPassword(nats.url)}`,
    async () =>
      NATS_URL
        ? { url: NATS_URL, monitorUrl: undefined, ...given }
        : runBroker({ home, publicKeys: nkeys.publicKeys, say, show, onStart }),
  );
  const database = progress.step(
    (postgres) => `PostgreSQL at ${withoutPassword(postgres.adminUrl)}`,
    async () =>
      databaseUrl
        ? { adminUrl: databaseUrl, ...given }
        : runDatabase({ home, password: secrets.postgres, say, show, onStart }),
  );
  /** @type {{ broker?: { stop: () => Promise<unknown> }, database?: { stop: () => Promise<unknown> } }} */
  const begun = {};
  teardown.add(async () => {
    await begun.broker?.stop();
    await begun.database?.stop();
  });
  await Promise.all([
    broker.then((server) => (begun.broker = server)),
    database.then((server) => (begun.database = server)),
  ]);
  const { adminUrl } = await database;
  const databases = await progress.step('schemas and roles', () =>
    provision(serviceNames, adminUrl, secrets.services),
  );
  return {
    keys,
    natsSeedFiles: nkeys.seedFiles,
    databases,
    broker: await broker,
    database: await database,
  };
}

function withoutPassword(/** @type {string} */ url) {
  return url.replace(/\/\/[^@/]*@/, '//');
}
