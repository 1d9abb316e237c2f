import type { DataSource } from '#libs/persistence';
import { tableOf } from '../builds/build.js';
import { columnType, type Row } from '../read-models/read-model.js';
import { jsonColumns, type MadeRow } from './made-rows.js';

/** The rows of one build as they stand now, in the order of the keys; null where there is none. */
export async function keptRows(
  dataSource: DataSource,
  build: { readonly number: number },
  wanted: readonly MadeRow[],
): Promise<Map<MadeRow, Row | null>> {
  const kept = new Map<MadeRow, Row | null>();
  for (const query of new Set(wanted.map(sameQuery))) {
    const rows = wanted.filter((row) => sameQuery(row) === query);
    const found = await look(dataSource, build, rows);
    rows.forEach((row, at) => kept.set(row, found[at] ?? null));
  }
  return kept;
}

/** One statement asks for all rows of a table that are found by the same columns. */
function sameQuery({ table, key }: MadeRow): string {
  return `${table.name} ${Object.keys(key).join(' ')}`;
}

async function look(
  dataSource: DataSource,
  build: { readonly number: number },
  rows: readonly MadeRow[],
): Promise<(Row | null)[]> {
  const { table, key } = rows[0]!;
  const columns = Object.keys(key);
  const found: { row: Row | null }[] = await dataSource.query(
    `SELECT to_jsonb(kept) - $1::text[] AS row
     FROM unnest(${columns.map((column, n) => `$${n + 2}::${columnType(table, column)}[]`).join(', ')})
       WITH ORDINALITY AS wanted (${columns.join(', ')}, place)
     LEFT JOIN LATERAL (
       SELECT * FROM ${tableOf(build, table)} AS one
       WHERE ${columns.map((column) => `one.${column} = wanted.${column}`).join(' AND ')} LIMIT 1
     ) AS kept ON true ORDER BY place`,
    [jsonColumns(table), ...columns.map((column) => rows.map((row) => row.key[column]))],
  );
  return found.map(({ row }) => row);
}
