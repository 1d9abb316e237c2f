import { serviceEnvironment } from '../../tools/up/service-environment.mjs';
import { observer, storekeeper } from './credentials.mjs';

/** @typedef {{ databaseUrl: string, databaseOwnerUrl: string }} ServiceDatabase */

/**
 * The environment of every process of a benchmark, ours and the peers': as in production, logs included, so that what
 * is measured is what runs. Whatever a process must show to NATS or Postgres is given here and nowhere else.
 * @param {{ service: string, natsUrl: string, credentials: import('./credentials.mjs').Credentials,
 *   database?: ServiceDatabase }} options
 */
export function processEnvironment({ service, natsUrl, credentials, database }) {
  const none = { databaseUrl: '', databaseOwnerUrl: '' };
  return {
    ...serviceEnvironment({
      ...{ service, port: 0, natsUrl, keys: credentials, database: database ?? none },
      natsSeedFile: credentials.seedFileOf(service),
    }),
    OBSERVER_NKEY_SEED_FILE: credentials.seedFileOf(observer),
    STOREKEEPER_NKEY_SEED_FILE: credentials.seedFileOf(storekeeper),
    PHOENIX_ENV: 'production',
    PHOENIX_AI_ENGINES: 'local',
    PHOENIX_LOG_LEVEL: 'info',
    PHOENIX_LOG_FORMAT: 'json',
  };
}
