import { transaction, type DataSource, type EntityManager } from '#libs/persistence';
import type { ReadModel } from '../read-models/read-model.js';
import { tableOf, type Role } from './build.js';

/** Makes the tables of a new build within the transaction: a shadow's without what slows its filling down. */
export async function makeBuild(
  tx: EntityManager,
  { name: model, version, tables }: ReadModel,
  number: number,
  state: Role,
): Promise<void> {
  const names = tables.map((table) => tableOf({ number }, table));
  await tx.query(
    'INSERT INTO builds (model, build, definition_version, state, tables) VALUES ($1, $2, $3, $4, $5)',
    [model, number, version, state, names],
  );
  for (const table of tables) {
    const added = table.rows === 'added for ever';
    const columns = Object.entries(table.columns).map(([column, type]) => `${column} ${type}`);
    const name = tableOf({ number }, table);
    if (table.months !== undefined) {
      await tx.query('SELECT make_monthly_table($1, $2, $3)', [name, columns, table.months]);
      continue;
    }
    await tx.query('SELECT make_build_table($1, $2, $3, $4)', [
      ...[name, columns],
      // Rows that are replaced are found by their key from the first one on.
      added ? [] : table.constraints,
      added,
    ]);
  }
}

/** A model that was never built is built at once; one that is built changes by a replay only. */
export async function makeFirstBuilds(
  dataSource: DataSource,
  definitions: readonly ReadModel[],
): Promise<void> {
  for (const definition of definitions) {
    await transaction(dataSource, async (tx) => {
      const { name } = definition;
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `phoenix builds of ${name}`,
      ]);
      const built: object[] = await tx.query('SELECT FROM builds WHERE model = $1 LIMIT 1', [name]);
      if (built.length > 0) return;
      await makeBuild(tx, definition, 1, 'live');
      await indexBuild(tx, definition, 1);
      await tx.query('INSERT INTO read_model_pointers VALUES ($1, 1)', [name]);
    });
  }
}

interface Asks {
  query(text: string, values: unknown[]): Promise<unknown>;
}

/** Adds what a build was filled without: constraints, which its rows must meet, and indexes. */
export async function indexBuild(
  session: Asks,
  { name: model, tables }: ReadModel,
  number: number,
): Promise<void> {
  for (const table of tables) {
    const added = table.rows === 'added for ever';
    const index = table.months === undefined ? 'index_build_table' : 'index_monthly_table';
    await session.query(`SELECT ${index}($1, $2, $3)`, [
      tableOf({ number }, table),
      added ? table.constraints : [],
      table.indexes,
    ]);
  }
  await session.query(
    'UPDATE builds SET indexed_at = clock_timestamp() WHERE model = $1 AND build = $2',
    [model, number],
  );
}
