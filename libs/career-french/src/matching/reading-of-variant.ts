import { fold } from '#libs/french-text';
import type { Token } from '../text/token.js';
import type { Variant } from './variant.js';

const BEFORE_NOUN = new Set(
  'un une le la les l des du de d nos vos mes ses ce cet chaque ai as a avons avez ont avoir au aux notre votre'.split(
    ' ',
  ),
);

/** Tells whether a variant's mark allows it where its words were found. */
export function isReadAs<Owner>(
  { reading, text }: Variant<Owner>,
  tokens: readonly Token[],
  places: readonly number[],
): boolean {
  const [first = 0] = places;
  const last = places.at(-1) ?? first;
  const token = tokens[first];
  switch (reading) {
    case 'plain':
      return true;
    case 'exact':
      return token?.raw === text.split(' ')[0];
    case 'listed':
      return token?.raw === text.replace('.', '') && isListed(tokens[first - 1], tokens[last + 1]);
    case 'final':
      return !/^(?:de?|du|des|d)$/.test(tokens[last + 1]?.word ?? '');
    case 'adjective': {
      const folded = fold(text).text;
      const word = token?.word ?? '';
      const before = tokens[first - 1]?.word ?? '';
      return (word === folded || word === `${folded}e`) && !BEFORE_NOUN.has(before);
    }
  }
}

/** One of several: a comma or « et » on one side, and no letter that belongs to it on the other. */
function isListed(before: Token | undefined, after: Token | undefined): boolean {
  const parts = (token: Token | undefined) =>
    token?.kind === 'comma' || token?.word === 'et' || token?.word === 'ou';
  const ends = (token: Token | undefined) => !token || token.kind === 'stop' || parts(token);
  const opens = (token: Token | undefined) =>
    ends(token) || token?.word === 'en' || token?.word === 'langages' || token?.word === 'langage';
  return opens(before) && ends(after) && (parts(before) || parts(after));
}
