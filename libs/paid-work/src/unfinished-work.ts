import type { QueryRunner } from 'typeorm';
import { DataSource, tellWithin, type Migration, type StoringService } from '#libs/persistence';

/** The migration by which work that was begun and not delivered is found without looking at all that was. */
export function unfinishedWorkIndex(service: StoringService): Migration {
  return class UnfinishedWork1764400000000 {
    readonly name = 'UnfinishedWork1764400000000';

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(
        `CREATE INDEX paid_work_unfinished ON ${service}.paid_work (started_at) WHERE state = 'started'`,
      );
    }

    async down(): Promise<void> {
      throw new Error('Paid work is not taken back: restore a backup instead.');
    }
  };
}

/** How much was begun and not delivered, in the last minute and before it; null while Postgres does not say. */
export function countUnfinishedWork(
  dataSource: DataSource,
): Promise<{ underWay: number; stuck: number } | null> {
  return tellWithin(async () => {
    const [row]: { underWay: number; stuck: number }[] = await dataSource.query(
      `SELECT count(*) FILTER (WHERE started_at > clock_timestamp() - interval '1 minute')::int AS "underWay",
              count(*) FILTER (WHERE started_at <= clock_timestamp() - interval '1 minute')::int AS stuck
       FROM paid_work WHERE state IN ('started', 'capture-due')`,
    );
    return row!;
  });
}
