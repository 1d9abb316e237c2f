import { readEvents, type ReadOptions } from '#libs/messaging';
import { readFact, type Fact, type Unreadable } from './fact.js';

/** Consecutive places of the stream. */
export type Items = readonly (Fact | Unreadable)[];

/** What the stream holds from a place on, in batches, for ever; as `readEvents`. */
export async function* readItems(options: ReadOptions): AsyncGenerator<Items> {
  for await (const batch of readEvents(options)) {
    yield batch.map((event) => readFact(event, options.epoch));
  }
}
