import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { CommitOutcomeUnknown } from './commit-outcome-unknown.js';
import { isConnectionLoss, isTransactionConflict } from './postgres-errors.js';

const attempts = 6;
const longestPauseMs = 320;

interface Connection {
  query(sql: string): Promise<{ command: string }>;
  end(): Promise<void>;
}

/**
 * Does the work in one transaction and commits it. After 40001 or 40P01 the whole work runs again, six times at most;
 * every other error rolls back and passes. Throws CommitOutcomeUnknown when the connection is lost at COMMIT (R9).
 */
export async function transaction<T>(
  dataSource: DataSource,
  work: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(dataSource, work);
    } catch (error) {
      if (!isTransactionConflict(error) || attempt === attempts) throw error;
      await pause(Math.random() * Math.min(longestPauseMs, 10 * 2 ** attempt));
    }
  }
}

async function once<T>(
  dataSource: DataSource,
  work: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    const connection: Connection = await runner.connect();
    await runner.startTransaction();
    try {
      const result = await work(runner.manager);
      await commit(runner, connection);
      return result;
    } catch (error) {
      if (!(error instanceof CommitOutcomeUnknown)) await rollback(runner, connection);
      throw error;
    }
  } finally {
    await runner.release();
  }
}

/** By hand, since TypeORM hides the answer: COMMIT of a failed transaction answers ROLLBACK, without an error. */
async function commit(runner: QueryRunner, connection: Connection): Promise<void> {
  if (runner.isReleased) throw new Error('The connection to Postgres was lost before COMMIT.');
  const { command } = await connection.query('COMMIT').catch((error: unknown) => {
    throw isConnectionLoss(error) ? new CommitOutcomeUnknown(error) : error;
  });
  if (command === 'COMMIT') return;
  throw new Error(
    'The transaction was rolled back: a statement in it failed and its error was swallowed. Let the error pass, or put the statement under a savepoint.',
  );
}

/** A connection that cannot even roll back is closed, so that the pool does not lend it out again. */
async function rollback(runner: QueryRunner, connection: Connection): Promise<void> {
  if (runner.isReleased) return;
  await connection.query('ROLLBACK').catch(() => connection.end().catch(() => undefined));
}
