import { z } from 'zod';
import {
  createLog,
  databaseEnvironment,
  exitOnConfigError,
  hideSecrets,
  parseConfig,
  serviceEnvironment,
} from '#libs/telemetry';
import { migrate, type Migration } from './migrate.js';
import { reasonOf } from './postgres-errors.js';
import type { StoringService } from './roles.js';

const { PHOENIX_ENV, PHOENIX_INSTANCE, PHOENIX_LOG_LEVEL, PHOENIX_LOG_FORMAT } =
  serviceEnvironment.shape;

const environment = z.object({
  PHOENIX_ENV,
  PHOENIX_INSTANCE,
  PHOENIX_LOG_LEVEL,
  PHOENIX_LOG_FORMAT,
  DATABASE_OWNER_URL: databaseEnvironment.shape.DATABASE_OWNER_URL.unwrap(),
});

/** The main of a service's migrations, for a place where the service itself has no owner's credentials; exits 1 when they fail. */
export async function migrateService(
  service: StoringService,
  migrations: readonly Migration[],
): Promise<void> {
  const config = read(service);
  const log = createLog({
    service,
    instance: config.PHOENIX_INSTANCE,
    level: config.PHOENIX_LOG_LEVEL,
    format: config.PHOENIX_LOG_FORMAT,
  });
  try {
    await migrate({ service, ownerUrl: config.DATABASE_OWNER_URL, migrations, log });
  } catch (error) {
    process.stderr.write(`${hideSecrets(reasonOf(error))}\n`);
    process.exitCode = 1;
  }
}

function read(service: StoringService): z.output<typeof environment> {
  try {
    return parseConfig(environment, process.env, { service });
  } catch (error) {
    exitOnConfigError(error);
  }
}
