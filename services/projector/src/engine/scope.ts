import type { KnownSubjects } from './known-subjects.js';
import { keyOf, subjectOf } from './subject.js';
import type { Fact, Unreadable } from './fact.js';

/** What part of the stream a build holds; all of it, except for the shadow of a dry run. */
export interface Scope {
  readonly fromSequence: number;
  readonly onlyUser: string | null;
}

export const wholeStream: Scope = { fromSequence: 1, onlyUser: null };

type Items = readonly (Fact | Unreadable)[];

export function inScope(items: Items, { onlyUser }: Scope): Items {
  if (onlyUser === null) return items;
  return items.filter((item) => 'envelope' in item && item.envelope.userId === onlyUser);
}

/** In a stream that is begun in its middle, a subject goes on from wherever it is met first. */
export function metInTheMiddle(items: Items, known: KnownSubjects, { fromSequence }: Scope): void {
  if (fromSequence === 1) return;
  for (const item of items) {
    if ('problem' in item) continue;
    const key = keyOf(subjectOf(item.envelope));
    if (!known.get(key)) {
      known.set(key, { version: item.envelope.subjectVersion - 1, parked: null });
    }
  }
}
