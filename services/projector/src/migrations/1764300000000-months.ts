import type { MigrationInterface, QueryRunner } from 'typeorm';
import { firstTables } from './first-tables.js';
import { monthlyTables } from './monthly-tables.js';

const { indexes, constraints } = firstTables.eventStore1;

/**
 * The event store is kept in one part a month. What each build holds so far becomes its first part, where it lies: no
 * row is copied. A projector of the version before goes on writing, for which two months are made ahead.
 */
export class Months1764300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(monthlyTables);
    const builds: { name: string; indexed: boolean }[] = await runner.query(
      `SELECT unnest(tables) AS name, indexed_at IS NOT NULL AS indexed FROM projector.builds
       WHERE model = 'event-store' AND dropped_at IS NULL`,
    );
    for (const { name, indexed } of builds) await makeMonthly(runner, name, indexed);
  }

  async down(): Promise<void> {
    throw new Error('Dropping the projector’s tables and replaying is the way back.');
  }
}

async function makeMonthly(runner: QueryRunner, name: string, indexed: boolean): Promise<void> {
  const first = `${name}_first`;
  await runner.query(`
    ALTER TABLE projector.${name} RENAME TO ${first};
    ALTER TRIGGER ${name}_append_only ON projector.${first} RENAME TO ${first}_append_only;
    CREATE TABLE projector.${name} (LIKE projector.${first}) PARTITION BY RANGE (occurred_at);
    SELECT projector.fix_rows('${name}');
    ${indexed ? indexes.map((index) => `CREATE INDEX ON projector.${name} ${index};`).join('\n') : ''}
  `);
  const [until]: { month: string; bound: string; after: string }[] = await runner.query(
    `SELECT month::text, to_char(month, 'YYYY-MM-DD "00:00+00"') AS bound,
            (month + interval '1 month')::date::text AS after
     FROM (SELECT (date_trunc('month', greatest(max(occurred_at), clock_timestamp()), 'UTC') AT TIME ZONE 'UTC'
                   + interval '1 month')::date AS month
           FROM projector.${first}) AS next`,
  );
  await runner.query(
    `ALTER TABLE projector.${name} ATTACH PARTITION projector.${first}
     FOR VALUES FROM (MINVALUE) TO ('${until!.bound}')`,
  );
  for (const month of [until!.month, until!.after]) {
    await runner.query('SELECT projector.make_month($1, $2, $3)', [name, month, constraints]);
  }
}
