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
  const [where, values] = within(table, scope);
  const rows = await side.ask<Checksum & { user: string }>(
    `SELECT coalesce(${userOf(table)}::text, 'nobody') AS user, count(*)::int AS rows,
            sum(('x' || substr(md5(ROW(${columns.join(', ')})::text), 1, 15))::bit(60)::bigint)::text AS sum
     FROM ${side.table(table)} WHERE ${where} GROUP BY 1`,
    values,
  );
  return new Map(rows.map(({ user: of, ...checksum }) => [of, checksum]));
}

/** Whose a row is, in SQL. */
export function userOf({ of }: ModelTable): string {
  return of.user ?? 'NULL::uuid';
}

/** The part of a table that a scope is about; rows that sum events up, or stand for the last one, belong to any part. */
export function within(table: ModelTable, scope: Scope): [string, unknown[]] {
  const added = table.rows === 'added for ever';
  const from = added ? `${table.of.place} >= $2` : '$2::bigint IS NOT NULL';
  return [
    `($1::uuid IS NULL OR ${userOf(table)} = $1) AND ${from}`,
    [scope.onlyUser, scope.fromSequence],
  ];
}
