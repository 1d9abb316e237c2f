import type { EventContract } from '#libs/contracts';
import { readsFrom, understand } from '../engine/understand.js';
import type { Fact } from '../engine/fact.js';
import type { EventOf, ModelTable, ReadModel, Row } from '../read-models/read-model.js';

/** A row that an event adds to, or replaces, and what that row is found by. */
export interface MadeRow {
  readonly table: ModelTable;
  readonly key: Row;
  readonly made: Row;
}

/** What one event makes in a model, found by asking its definition once more; null when there is nothing in it for it. */
export function madeRows(model: ReadModel, fact: Fact): readonly MadeRow[] | null {
  const event = readsFrom(model, fact.envelope.source) ? understood(model, fact) : null;
  if (!event) return null;
  const changes = Object.entries(model.project(event));
  return changes.flatMap(([name, rows = []]) => {
    const table = model.tables.find((one) => one.name === name)!;
    return rows.map((made) => ({ table, key: keyOf(table, made), made: withoutJson(table, made) }));
  });
}

/** What the definition cannot take makes nothing: the event is a dead letter, which is said elsewhere. */
function understood(model: ReadModel, fact: Fact): EventOf<EventContract> | null {
  try {
    return understand(model, fact);
  } catch {
    return null;
  }
}

function keyOf({ rows, of }: ModelTable, made: Row): Row {
  const added = rows === 'added for ever' ? [of.user, of.place] : [];
  const columns =
    rows === 'added for ever' ? added : 'summedPer' in rows ? rows.summedPer : [rows.replacedBy];
  const found = columns.flatMap((column) =>
    column === null || made[column] === null ? [] : [[column, made[column]] as const],
  );
  return Object.fromEntries(found);
}

/** The columns of a table that hold more than one value stand in the event already. */
export function jsonColumns({ columns }: ModelTable): string[] {
  return Object.keys(columns).filter((column) => columns[column]!.startsWith('jsonb'));
}

function withoutJson(table: ModelTable, made: Row): Row {
  const json = jsonColumns(table);
  return Object.fromEntries(Object.entries(made).filter(([column]) => !json.includes(column)));
}
