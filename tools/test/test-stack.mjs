import { findNatsServer } from '../stack/nats-server.mjs';
import { sharedPostgres } from './shared-postgres.mjs';

/**
 * What tests on a real stack need: a nats-server binary (they start their own) and the run's PostgreSQL.
 * @param {{ folder: string, log: (sentence: string) => void }} options
 */
export async function testStack({ folder, log }) {
  const [natsServer, postgres] = await Promise.all([
    findNatsServer({ log }),
    sharedPostgres(folder),
  ]);
  return {
    environment: {
      NATS_SERVER: natsServer,
      PHOENIX_TEST_NATS_SERVER: natsServer,
      PHOENIX_TEST_POSTGRES_URL: postgres.adminUrl,
    },
    stop: () => postgres.stop(),
  };
}
