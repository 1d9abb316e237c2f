import type { DataSource } from 'typeorm';
import type { ServiceStatus } from '#libs/contracts';

export type DatabaseFigures = NonNullable<ServiceStatus['database']>;

/** How many connections the server has and takes, and how long it took to say so. */
export async function readDatabaseFigures(dataSource: DataSource): Promise<DatabaseFigures> {
  const askedAt = performance.now();
  const [row]: { connections: number; limit: number }[] = await dataSource.query(
    `SELECT (SELECT sum(numbackends) FROM pg_stat_database)::int AS connections,
            current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
              - coalesce(current_setting('reserved_connections', true)::int, 0) AS "limit"`,
  );
  return { ...row!, answerMs: Math.round((performance.now() - askedAt) * 10) / 10 };
}
