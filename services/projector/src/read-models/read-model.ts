import type { DataOf, EventContract, EventEnvelope } from '#libs/contracts';
import type { Witness } from '../verify/witness.js';

/** One event as `project` sees it: nothing in it depends on when or how often it is read (R23). */
export type EventOf<E extends EventContract> = E extends EventContract
  ? {
      readonly type: E['type'];
      readonly data: DataOf<E>;
      /** The data as the stream holds them. */
      readonly json: string;
      readonly envelope: EventEnvelope;
      /** What all steps of the trace have in common; null when the event's `traceparent` is malformed. */
      readonly traceId: string | null;
      readonly epoch: string;
      readonly sequence: number;
      /** When the stream took the event. */
      readonly recordedAt: string;
    }
  : never;

/** A table of a read model. In Postgres its name ends in the number of the build (R25), and it is never altered. */
export interface ModelTable<Name extends string = string, Column extends string = string> {
  /** Without the number of the build. */
  readonly name: Name;
  /** Each column's SQL type, which ends at the first space, and what else its definition says. */
  readonly columns: Readonly<Record<Column, string>>;
  readonly constraints: readonly string[];
  /** A time; rows that are added for ever may be kept in one part a month of it. Constraints then hold within a month. */
  readonly months?: NoInfer<Column>;
  readonly indexes: readonly string[];
  /**
   * Rows are only added; or a new row replaces the one with the same value in the key column; or its figures, which are
   * all other columns, are added to those of the row with the same key.
   */
  readonly rows:
    | 'added for ever'
    | { readonly replacedBy: NoInfer<Column> }
    | { readonly summedPer: readonly NoInfer<Column>[] };
  /** The column that says whose a row is; null where rows tell of nobody. The sequence of its event, where it has one. */
  readonly of: { readonly user: NoInfer<Column> | null; readonly place: NoInfer<Column> | null };
}

export type Row<T extends ModelTable = ModelTable> = Readonly<Record<keyof T['columns'], unknown>>;

/** The rows that one event adds or replaces, by table. */
export type Changes<T extends ModelTable = ModelTable> = {
  readonly [Name in T['name']]?: readonly Row<Extract<T, { name: Name }>>[];
};

/** The definition of a read model: tables, which events it reads, and a pure `project` from one event to rows. */
export interface ReadModel<
  E extends EventContract = EventContract,
  T extends ModelTable = ModelTable,
> {
  readonly name: string;
  /** Raised with every change of tables or of `project`; the change comes by a replay, never in place. */
  readonly version: number;
  readonly reads: readonly E[] | 'every event';
  readonly tables: readonly T[];
  project(event: EventOf<E>): Changes<T>;
  /** What verification holds the tables against; without it, only live and shadow are compared. */
  readonly witness?: () => Witness;
}

/** The SQL type of a column. */
export function columnType({ columns }: Pick<ModelTable, 'columns'>, column: string): string {
  return columns[column]!.split(' ')[0]!;
}

export function defineTable<const Name extends string, const Column extends string>(
  table: ModelTable<Name, Column>,
): ModelTable<Name, Column> {
  return table;
}

export function defineReadModel<E extends EventContract, T extends ModelTable>(
  model: ReadModel<E, T>,
): ReadModel<E, T> {
  return model;
}
