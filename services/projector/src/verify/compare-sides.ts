import type { EventStream } from '#libs/messaging';
import type { Scope } from '../engine/scope.js';
import type { ModelTable } from '../read-models/read-model.js';
import { checksums, userOf, within, type Checksum } from './checksums.js';
import { primaryKeyOf } from './primary-key.js';
import type { Differences, TableReport } from './report.js';
import type { Side } from './side.js';

interface Line {
  readonly key: string;
  /** Null where the table's rows have no place in the stream. */
  readonly place: string | null;
  readonly user: string | null;
  readonly columns: Record<string, unknown>;
}

export interface Sides {
  readonly shadow: Side;
  readonly live: Side;
  readonly scope: Scope;
  readonly stream: EventStream;
}

/** How many users are looked at row by row at a time. */
const usersAtATime = 500;

/** Compares a table in shadow and live, user by user, and row by row where a user's checksums differ. */
export async function compareSides(
  sides: Sides,
  table: ModelTable,
  differences: Differences,
): Promise<TableReport> {
  const { shadow, live, scope } = sides;
  const there = await live.columns(table);
  const columns = Object.keys(table.columns).filter((column) => there.includes(column));
  const own = await checksums(shadow, table, columns.length ? columns : ['1'], scope);
  const theirs = there.length
    ? await checksums(live, table, columns, scope)
    : new Map<string, Checksum>();
  const all = new Set([...own.keys(), ...theirs.keys()]);
  // A dry run from the middle of the stream knows nothing of users whom it has not met.
  const partly = scope.fromSequence > 1 && table.rows !== 'added for ever';
  const users = [...all].filter(
    (user) => !(partly && !own.has(user)) && !same(own.get(user), theirs.get(user)),
  );
  const counts = { added: 0, changed: 0, removed: 0 };
  for (let at = 0; at < users.length && there.length > 0; at += usersAtATime) {
    const some = users.slice(at, at + usersAtATime);
    await compareRows(sides, { table, columns, users: some }, counts, differences);
  }
  return {
    ...{ table: table.name, shadowRows: total(own), liveRows: total(theirs) },
    ...(there.length > 0 ? counts : { added: total(own), changed: 0, removed: 0 }),
    users: users.length,
  };
}

async function compareRows(
  { shadow, live, scope, stream }: Sides,
  part: { table: ModelTable; columns: readonly string[]; users: readonly string[] },
  counts: { added: number; changed: number; removed: number },
  differences: Differences,
): Promise<void> {
  const [own, theirs] = await Promise.all([rowsOf(shadow, part, scope), rowsOf(live, part, scope)]);
  const { table } = part;
  const sequenceOf = (line: Line) => (table.rows === 'added for ever' ? Number(line.place) : null);
  const note = async (line: Line, explanation: string) => {
    const sequence = sequenceOf(line);
    const eventId = sequence === null ? null : await stream.eventIdAt(sequence);
    const where = { table: table.name, between: 'shadow and live', sequence, eventId } as const;
    differences.add({ ...where, userId: line.user, explanation });
  };
  let noted = 0;
  for (const line of [...own.values(), ...theirs.values()].sort(byPlace)) {
    const [mine, other] = [own.get(line.key), theirs.get(line.key)];
    if (line === other && mine) continue;
    if (mine && other && JSON.stringify(mine.columns) === JSON.stringify(other.columns)) continue;
    counts[mine && other ? 'changed' : mine ? 'added' : 'removed']++;
    if (noted++ < 20) await note(line, inWords(table, mine, other));
  }
}

async function rowsOf(
  side: Side,
  {
    table,
    columns,
    users,
  }: { table: ModelTable; columns: readonly string[]; users: readonly string[] },
  scope: Scope,
): Promise<Map<string, Line>> {
  const user = userOf(table);
  const [where, values] = within(table, scope);
  const key = primaryKeyOf(table).map((column) => `${column}::text`);
  const lines = await side.ask<Line>(
    `SELECT concat_ws(' ', ${key.join(', ')}) AS key, ${table.of.place ?? 'NULL'}::text AS place, ${user}::text AS user,
            to_jsonb(ROW(${columns.join(', ')})) AS columns
     FROM ${side.table(table)} WHERE ${where} AND (${user}::text = ANY($3) OR ($4 AND ${user} IS NULL))`,
    [...values, users, users.includes('nobody')],
  );
  const named = (line: Line) =>
    Object.fromEntries(columns.map((column, n) => [column, line.columns[`f${n + 1}`]]));
  return new Map(lines.map((line) => [line.key, { ...line, columns: named(line) }]));
}

function inWords({ name }: ModelTable, mine: Line | undefined, other: Line | undefined): string {
  if (!mine || !other) return `its row in ${name} is only in ${mine ? 'the shadow' : 'live'}`;
  return Object.keys(mine.columns)
    .filter(
      (column) => JSON.stringify(mine.columns[column]) !== JSON.stringify(other.columns[column]),
    )
    .map(
      (column) =>
        `${column} is ${told(mine.columns[column])} in the shadow and ${told(other.columns[column])} live`,
    )
    .join('; ');
}

function told(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

function same(one: Checksum | undefined, other: Checksum | undefined): boolean {
  return one?.rows === other?.rows && one?.sum === other?.sum;
}

function total(of: ReadonlyMap<string, Checksum>): number {
  let sum = 0;
  for (const { rows } of of.values()) sum += rows;
  return sum;
}

function byPlace(one: Line, other: Line): number {
  return Number(one.place) - Number(other.place) || (one.key < other.key ? -1 : 1);
}
