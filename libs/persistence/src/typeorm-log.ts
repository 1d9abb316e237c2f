import type { Logger } from 'typeorm';
import { hideSecrets, type Log } from '#libs/telemetry';

/** TypeORM's own words at level debug: it prints them as loose lines otherwise, and each fault is thrown anyway. */
export function typeormLog(log: Log | undefined): Logger {
  const say = (message: unknown) => log?.debug(hideSecrets(String(message)));
  return {
    logQuery: () => undefined,
    logQueryError: () => undefined,
    logQuerySlow: () => undefined,
    logSchemaBuild: say,
    logMigration: say,
    log: (_level, message) => say(message),
  };
}
