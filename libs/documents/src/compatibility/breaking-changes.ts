import { isDeepStrictEqual } from 'node:util';
import type { JsonSchema } from '#libs/contracts';
import { narrowings, within } from './narrowings.js';
import type { Publication } from './publication.js';

/** A change that somebody who relies on a contract could not live with. */
export interface BreakingChange {
  readonly contract: string;
  readonly change: string;
}

/** What breaks between what was published and what is. What is new breaks nothing. */
export function breakingChanges(
  was: readonly Publication[],
  is: readonly Publication[],
): BreakingChange[] {
  return was.flatMap((before) => {
    const { contract } = before;
    const now = is.find((one) => one.contract === contract);
    const changes = now ? changesOf(before, now) : ['is gone'];
    return [...new Set(changes)].map((change) => ({ contract, change }));
  });
}

function changesOf(was: Publication, is: Publication): string[] {
  return [
    ...lost(was.by, is.by).map((caller) => `is not open to ${caller} any more`),
    ...lost(is.refusals, was.refusals).map(
      (code) => `may be refused with ${code}, which older callers do not know`,
    ),
    ...((is.maxBytes ?? 0) < (was.maxBytes ?? 0) ? [`takes ${is.maxBytes} bytes only`] : []),
    ...(isDeepStrictEqual(was.status, is.status) ? [] : [`has the status ${is.status}`]),
    ...both(was.request, is.request, [goneIn('request'), takesLess('request')]),
    ...both(was.reply, is.reply, [goneIn('reply'), saysMore('reply')]),
    ...both(was.part, is.part, [goneIn('part'), saysMore('part')]),
    ...both(was.data, is.data, [goneIn('data'), takesLess('data'), saysMore('data')]),
  ];
}

type Comparison = (was: JsonSchema, is: JsonSchema) => string[];

function both(
  was: JsonSchema | undefined,
  is: JsonSchema | undefined,
  all: Comparison[],
): string[] {
  return was && is ? all.flatMap((compare) => compare(was, is)) : [];
}

/** We read what was written by those who only know the older shape. */
function takesLess(part: string): Comparison {
  return (was, is) =>
    narrowings(was, is, part).map(({ place, detail }) =>
      detail === undefined ? `${place} is required now` : `${place} takes less: ${detail}`,
    );
}

/** Those who only know the older shape read what we write. */
function saysMore(part: string): Comparison {
  return (was, is) => {
    const gone = new Set(goneFields(was, is, part));
    return narrowings(is, was, part)
      .filter(({ place }) => !gone.has(place))
      .map(({ place, detail }) =>
        detail === undefined
          ? `${place} may be left out now`
          : `${place} says more than older readers take: ${detail}`,
      );
  };
}

function goneIn(part: string): Comparison {
  return (was, is) => goneFields(was, is, part).map((place) => `${place} is gone`);
}

/** Fields that were there, at any depth, and are not; also those that one could do without. */
function goneFields(was: unknown, is: unknown, place: string): string[] {
  if (!isObject(was) || !isObject(is)) return [];
  const fields = Object.entries((was.properties ?? {}) as object).flatMap(([name, before]) => {
    const now = ((is.properties ?? {}) as Record<string, unknown>)[name];
    const here = within(place, name);
    return now === undefined ? [here] : goneFields(before, now, here);
  });
  const branches = Object.entries((was.anyOf ?? []) as object).flatMap(([index, before]) =>
    goneFields(before, ((is.anyOf ?? []) as Record<string, unknown>[])[Number(index)], place),
  );
  return [...fields, ...branches, ...goneFields(was.items, is.items, `${place}[]`)];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function lost(was: readonly string[] = [], is: readonly string[] = []): string[] {
  return was.filter((one) => !is.includes(one));
}
