import type { StoringService } from './roles.js';

/** What every connection of ours has in common; a query that takes longer than 10 s is a fault, not patience. */
export function connectionOptions(service: StoringService, purpose = '') {
  return {
    application_name: `phoenix-${service}${purpose}`,
    options: `-c search_path=${service}`,
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 5_000,
  };
}

/**
 * For a connection whose every statement goes by key. Named ones are planned once (see `PlanAge`): those that ask for
 * a few rows Postgres would plan anew each time, which costs more than the rows. Instants are written in UTC.
 */
export const plannedByKey = [
  'enable_seqscan=off',
  'enable_hashjoin=off',
  'enable_mergejoin=off',
  'plan_cache_mode=force_generic_plan',
  'TimeZone=UTC',
  'DateStyle=ISO',
]
  .map((setting) => `-c ${setting}`)
  .join(' ');

/**
 * How long to wait for an answer, in milliseconds: longer than Postgres itself gives a statement, so that only a
 * server that says nothing at all is given up. Not for migrations, which may take long.
 */
export const answerWithinMs = 12_000;

/** How long to wait for a connection, in milliseconds, whether from Postgres or from the pool. */
export const connectTimeoutMs = 5_000;
