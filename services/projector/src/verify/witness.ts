import type { Fact } from '../engine/fact.js';

/** Columns of a row that a witness vouches for; its key among them. */
export type Vouched = Readonly<Record<string, unknown>>;

/** A row that the stream says must be there, and the event that says so. */
export interface Expected {
  readonly table: string;
  readonly row: Vouched;
  readonly fact: Fact;
}

/**
 * Tells from the stream what the tables of a model must hold, in code of its own that shares nothing with `project`:
 * one mistake is then not made twice.
 */
export interface Witness {
  /** The rows that this event adds. Events come once, each (source, user) in the order of its versions. */
  take(fact: Fact): readonly Expected[];
  /** The rows of tables whose rows are replaced, after all events. */
  last(): Iterable<Expected>;
}
