import { columnType, type ModelTable } from '../read-models/read-model.js';
import { primaryKeyOf } from './primary-key.js';
import type { Differences } from './report.js';
import type { Side } from './side.js';
import type { Expected } from './witness.js';

interface Found {
  readonly n: string;
  readonly is: Record<string, unknown> | null;
  readonly should: Record<string, unknown>;
}

/** Looks each expected row up by its key, and notes those that are missing or otherwise. */
export async function compareExpected(
  side: Side,
  table: ModelTable,
  expected: readonly Expected[],
  differences: Differences,
): Promise<void> {
  const [first] = expected;
  if (!first) return;
  const there = await side.columns(table);
  const columns = Object.keys(first.row).filter((column) => there.includes(column));
  const arrays = columns.map((column, n) => `$${n + 1}::${columnType(table, column)}[]`);
  const listed = (of: string) => columns.map((column) => `${of}.${column}`).join(', ');
  const key = [...primaryKeyOf(table), ...partOf(table, columns)].map(
    (column) => `one.${column} = w.${column}`,
  );
  const found = await side.ask<Found>(
    `SELECT w.n, CASE WHEN t IS NOT NULL THEN to_jsonb(t) END AS is, to_jsonb(w) AS should
     FROM unnest(${arrays.join(', ')}) WITH ORDINALITY AS w (${columns.join(', ')}, n)
     LEFT JOIN LATERAL (
       SELECT ${listed('one')} FROM ${side.table(table)} one WHERE ${key.join(' AND ')} OFFSET 0
     ) AS t ON true
     WHERE (${listed('t')}) IS DISTINCT FROM (${listed('w')}) ORDER BY w.n LIMIT 20`,
    columns.map((column) => expected.map(({ row }) => row[column])),
  );
  for (const { n, is, should } of found) {
    const { envelope, sequence } = expected[Number(n) - 1]!.fact;
    differences.add({
      ...{ table: table.name, between: `${side.name} and stream`, sequence },
      ...{ eventId: envelope.id, userId: envelope.userId },
      explanation: `${envelope.type}, version ${envelope.subjectVersion}: ${inWords(columns, is, should)}`,
    });
  }
}

function inWords(columns: readonly string[], is: Found['is'], should: Found['should']): string {
  // A row whose every column is null reads as no row.
  if (is === null || columns.every((column) => is[column] === null)) return 'its row is missing';
  return columns
    .filter((column) => JSON.stringify(is[column]) !== JSON.stringify(should[column]))
    .map(
      (column) => `${column} is ${told(is[column])}, and the stream says ${told(should[column])}`,
    )
    .join('; ');
}

function told(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

/** What says in which part of the table a row is, so that no other part is looked at. */
function partOf({ months }: ModelTable, columns: readonly string[]): string[] {
  return months !== undefined && columns.includes(months) ? [months] : [];
}
