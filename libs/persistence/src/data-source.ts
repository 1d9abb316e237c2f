import { DataSource, type DataSourceOptions } from 'typeorm';
import { hideSecrets, type Log } from '#libs/telemetry';
import { closeWhenSilent } from './close-when-silent.js';
import { answerWithinMs, connectionOptions, connectTimeoutMs } from './connection-options.js';
import { withPassword } from './password-file.js';
import { reasonOf } from './postgres-errors.js';
import type { StoringService } from './roles.js';
import { typeormLog } from './typeorm-log.js';

export interface DataSourceSettings {
  readonly service: StoringService;
  readonly url: string;
  readonly entities?: DataSourceOptions['entities'];
  /** Connections at most, 10 unless given. */
  readonly poolSize?: number;
  readonly log?: Log;
}

/**
 * The data source of one service on its own schema, not yet connected. Connections that Postgres drops are replaced
 * at the next query, as are those that do not answer within 12 s; none of them ends the process.
 */
export function createDataSource(settings: DataSourceSettings): DataSource {
  const { service, url, entities = [], poolSize = 10, log } = settings;
  return new DataSource({
    type: 'postgres',
    url: withPassword(url),
    schema: service,
    entities,
    poolSize,
    connectTimeoutMS: connectTimeoutMs,
    installExtensions: false,
    logger: typeormLog(log),
    extra: {
      ...connectionOptions(service),
      query_timeout: answerWithinMs,
      onConnect: closeWhenSilent,
    },
    poolErrorHandler: (error: unknown) =>
      log?.warn(`A connection to Postgres was lost: ${hideSecrets(reasonOf(error))}.`),
  });
}
