/** What this tool and the tests are configured by, and no service is. */
const notForServices = /^(PHOENIX_HOME|PHOENIX_\w+_DATABASE_URL|PHOENIX_TEST_\w+|NATS_SERVER)$/;

/**
 * The environment of one service process: ours, and where it finds broker, database and keys.
 * @param {{ service: string, port: number, natsUrl: string, natsSeedFile: string, database: { databaseUrl: string, databaseOwnerUrl: string },
 *   keys: { signingKeyFile: string } }} options
 */
export function serviceEnvironment(options, env = process.env) {
  const { service, port, natsUrl, natsSeedFile, database, keys } = options;
  return {
    PHOENIX_ENV: 'development',
    ...forServices(env),
    NATS_URL: natsUrl,
    NATS_NKEY_SEED_FILE: natsSeedFile,
    DATABASE_URL: database.databaseUrl,
    DATABASE_OWNER_URL: database.databaseOwnerUrl,
    HOST: '127.0.0.1',
    PORT: String(port),
    ...(service === 'website' ? { PHOENIX_SIGNING_KEY_FILE: keys.signingKeyFile } : {}),
  };
}

/** An environment without what configures this tool and the tests only. */
export function forServices(/** @type {NodeJS.ProcessEnv} */ env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !notForServices.test(name)));
}
