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
 * How long to wait for an answer, in milliseconds: longer than Postgres itself gives a statement, so that only a
 * server that says nothing at all is given up. Not for migrations, which may take long.
 */
export const answerWithinMs = 12_000;

/** How long to wait for a connection, in milliseconds, whether from Postgres or from the pool. */
export const connectTimeoutMs = 5_000;
