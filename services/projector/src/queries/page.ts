import { refuse, type Refusal } from '#libs/contracts';

/** One page of a list in stream order, newest first. */
export interface Page<Item> {
  readonly items: Item[];
  /** The cursor of the next page; null on the last. */
  readonly next: string | null;
}

/** The sequence before which the page begins; null for the first page. Refuses a cursor of another stream. */
export function startOf(
  cursor: string | undefined,
  epoch: string | null,
): number | null | Refusal<'CURSOR_EXPIRED'> {
  if (cursor === undefined) return null;
  const [cursorEpoch, sequence] = cursor.split('.');
  if (cursorEpoch === epoch) return Number(sequence);
  const sentence = 'The list was rebuilt since this page was read; start again without a cursor.';
  return refuse('CURSOR_EXPIRED', sentence, { epoch: epoch ?? 'none' });
}

/** Makes a page of `limit` items out of up to one more, which tells whether another page follows. */
export function pageOf<Item extends { readonly sequence: number }>(
  found: readonly Item[],
  limit: number,
  epoch: string | null,
): Page<Item> {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, next: last && found.length > limit ? `${epoch}.${last.sequence}` : null };
}
