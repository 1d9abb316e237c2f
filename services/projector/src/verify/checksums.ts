import type { Scope } from '../engine/scope.js';
import type { ModelTable } from '../read-models/read-model.js';
import type { Side } from './side.js';

/** What one user's rows come to: how many, and a sum of their hashes, whatever their order. */
export interface Checksum {
  readonly rows: number;
  readonly sum: string;
}

/** The checksum of every user's rows in a table, over these columns. */
export async function checksums(
  side: Side,
  table: ModelTable,
  columns: readonly string[],
  scope: Scope,
): Promise<Map<string, Checksum>> {
  const { user, place } = table.of;
  const [where, values] = within(table, scope);
  const rows = await side.ask<Checksum & { user: string }>(
    `SELECT coalesce(${user}::text, 'nobody') AS user, count(*)::int AS rows,
            sum(('x' || substr(md5(ROW(${columns.join(', ')})::text), 1, 15))::bit(60)::bigint)::text AS sum
     FROM ${side.table(table)} WHERE ${where} AND ${place} IS NOT NULL GROUP BY 1`,
    values,
  );
  return new Map(rows.map(({ user: of, ...checksum }) => [of, checksum]));
}

/** The part of a table that a scope is about. */
export function within({ of, rows }: ModelTable, scope: Scope): [string, unknown[]] {
  const added = rows === 'added for ever';
  return [
    `($1::uuid IS NULL OR ${of.user} = $1) AND ${of.place} >= $2`,
    [scope.onlyUser, added ? scope.fromSequence : 0],
  ];
}
