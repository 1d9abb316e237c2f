import { serviceEnvironment } from '../../tools/up/service-environment.mjs';

/** @typedef {{ databaseUrl: string, databaseOwnerUrl: string }} ServiceDatabase */
/** @typedef {{ signingKeyFile: string, tokenKeysFile: string }} Keys */

/**
 * The environment of every process of a benchmark, ours and the peers': as in production, logs included, so that what
 * is measured is what runs. Whatever a process must show to NATS or Postgres is given here and nowhere else.
 * @param {{ service: string, natsUrl: string, keys: Keys, database?: ServiceDatabase }} options
 */
export function processEnvironment({ service, natsUrl, keys, database }) {
  const none = { databaseUrl: '', databaseOwnerUrl: '' };
  return {
    ...serviceEnvironment({ service, port: 0, natsUrl, keys, database: database ?? none }),
    PHOENIX_ENV: 'production',
    PHOENIX_LOG_LEVEL: 'info',
    PHOENIX_LOG_FORMAT: 'json',
  };
}
