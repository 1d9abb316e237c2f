import type { Token } from '../text/token.js';
import { placesOf } from './places.js';
import type { Variant } from './variant.js';
import { isReadAs } from './reading-of-variant.js';

/** Where something was read: tokens `from` to `to`, both included. */
export interface Match<Owner> {
  owner: Owner;
  variant: Variant<Owner>;
  from: number;
  to: number;
  /** The tokens of the phrase itself, without what stood between them. */
  places: number[];
  /** Other words stood between. */
  loose: boolean;
}

/** Finds phrases in texts, word by word: the longest wins, and no word counts for two. */
export class PhraseIndex<Owner> {
  private readonly byFirst = new Map<string, Variant<Owner>[]>();

  constructor(variants: Iterable<Variant<Owner>>) {
    for (const variant of variants) {
      const [first] = variant.lemmas;
      if (first === undefined) continue;
      const known = this.byFirst.get(first);
      if (known) known.push(variant);
      else this.byFirst.set(first, [variant]);
    }
  }

  /** Matches in the order of the text. */
  find(tokens: readonly Token[]): Match<Owner>[] {
    const candidates = tokens.flatMap((token, from) =>
      (this.byFirst.get(token.lemma) ?? []).flatMap((variant) => {
        const found = placesOf(variant.lemmas, tokens, from);
        if (!found || !isReadAs(variant, tokens, found.places)) return [];
        const { places, loose } = found;
        return [{ owner: variant.owner, variant, from, to: places.at(-1) ?? from, places, loose }];
      }),
    );
    return withoutOverlap(candidates);
  }
}

function withoutOverlap<Owner>(candidates: Match<Owner>[]): Match<Owner>[] {
  const taken = new Set<number>();
  const ranked = candidates.toSorted(
    (a, b) =>
      b.places.length - a.places.length || Number(a.loose) - Number(b.loose) || a.from - b.from,
  );
  const kept = ranked.filter(({ places, loose }) => {
    // « gestion des plannings et des stocks », « accueil et conseil des clients »: one word serves both.
    const free = places.filter((place) => !taken.has(place));
    if (loose ? free.length === 0 : free.length < places.length) return false;
    for (const place of places) taken.add(place);
    return true;
  });
  return kept.toSorted((a, b) => a.from - b.from || a.to - b.to);
}
