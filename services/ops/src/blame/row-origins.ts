import type { TracedEvent } from '#libs/contracts';

type TracedRow = TracedEvent['models'][number]['rows'][number];
type Cells = Readonly<Record<string, unknown>>;

/** A row of a read model with every event that made it, and what in it those events do not explain. */
export interface RowOrigin {
  readonly table: string;
  readonly key: Cells;
  readonly kept: Cells | null;
  readonly events: readonly TracedEvent[];
  /** Null when the row is what the events make. */
  readonly fault: string | null;
}

/** The rows that these events make in the one model that was asked of, in the order of their first event. */
export function rowOrigins(events: readonly TracedEvent[]): RowOrigin[] {
  const found = new Map<string, { row: TracedRow; made: Cells[]; events: TracedEvent[] }>();
  for (const event of events) {
    for (const { state, rows } of event.models) {
      if (state !== 'taken') continue;
      for (const row of rows) {
        const id = `${row.table} ${JSON.stringify(row.key)}`;
        const known = found.get(id) ?? { row, made: [], events: [] };
        found.set(id, known);
        known.row = row;
        known.made.push(row.made);
        known.events.push(event);
      }
    }
  }
  return [...found.values()].map(({ row, made, events: all }) => {
    const { table, key, kept } = row;
    const inOrder =
      kept && Object.fromEntries(Object.keys(row.made).map((one) => [one, kept[one]]));
    return { table, key, kept: inOrder, events: all, fault: faultOf(row, made) };
  });
}

/** Rows without a user gather what others did too: what one user’s events make is only a part of them. */
export function isNobodys({ key }: Pick<RowOrigin, 'key'>): boolean {
  return !Object.keys(key).some((column) => column.endsWith('user_id'));
}

function faultOf(row: TracedRow, made: readonly Cells[]): string | null {
  if (row.kept === null) return 'the row is not there';
  if (isNobodys(row)) return null;
  const expected = row.way === 'summed' ? sumOf(row, made) : made.at(-1)!;
  const wrong = Object.entries(expected).filter(
    ([column, value]) => !sameValue(value, row.kept![column]),
  );
  if (wrong.length === 0) return null;
  return wrong
    .map(
      ([column, value]) =>
        `${column} is ${String(row.kept![column])}, and its events make ${String(value)}`,
    )
    .join('; ');
}

function sumOf({ key }: TracedRow, made: readonly Cells[]): Cells {
  const figures = Object.keys(made[0]!).filter((column) => !(column in key));
  return Object.fromEntries(
    figures.map((column) => [column, made.reduce((sum, one) => sum + Number(one[column]), 0)]),
  );
}

/** Postgres writes instants in its own way. */
function sameValue(one: unknown, other: unknown): boolean {
  if (one === other || (one ?? null) === (other ?? null)) return true;
  const instants = [one, other].map((value) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : NaN,
  );
  return instants[0] === instants[1];
}
