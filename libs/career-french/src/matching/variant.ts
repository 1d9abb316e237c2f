import { tokensOf, type Token } from '../text/token.js';

/**
 * How one way to say something is read: `!Sage` in its exact writing, `~R` moreover in a list of tools only,
 * `^patient` as an adjective in the singular only, `$organisation` without a complement.
 */
export interface Variant<Owner> {
  owner: Owner;
  lemmas: string[];
  reading: 'plain' | 'exact' | 'listed' | 'adjective' | 'final';
  /** As written in the lexicon. */
  text: string;
}

/** Words that may stand between the words of a phrase, or not: `gestion des stocks`, `gestion de stock`. */
export const LINKING = new Set(
  'le la les l un une des du de d mes nos vos ses leurs leur notre votre mon ma son sa ce ces cet cette tous toutes deux trois quatre cinq six sept huit dix douze quinze vingt'.split(
    ' ',
  ),
);

const READINGS = new Map<string, Variant<unknown>['reading']>([
  ['!', 'exact'],
  ['~', 'listed'],
  ['^', 'adjective'],
  ['$', 'final'],
]);

export function variantOf<Owner>(written: string, owner: Owner): Variant<Owner> {
  const reading = READINGS.get(written.charAt(0)) ?? 'plain';
  const text = reading === 'plain' ? written : written.slice(1);
  const lemmas = tokensOf(text)
    .filter(isContent)
    .map(({ lemma }) => lemma);
  return { owner, lemmas, reading, text };
}

function isContent(token: Token): boolean {
  return token.kind === 'word' && !LINKING.has(token.word);
}
