import { fold } from '#libs/french-text';
import type { Match } from '../matching/phrase-index.js';
import type { Entry } from '../matching/lexicon-index.js';
import { LINKING } from '../matching/variant.js';
import { tokensOf, type Token } from '../text/token.js';

export type Gender = 'feminine' | 'masculine';

const AGREEING =
  '(?:motive|passionne|organise|diplome|ne|age|habitue|forme|certifie|interesse|attire|reconnu|anime|convaincu|dispose|installe|qualifie|experimente|devenu|arrive|reste)';
const FEMININE = new RegExp(
  `(?<![a-z])(?:je (?:suis|me suis)|j'etais|j'ai ete)(?: [a-z]{2,12})? (?:${AGREEING}e|serieuse|rigoureuse|curieuse|souriante|patiente|dynamique et motivee)(?![a-z])`,
);
const MASCULINE = new RegExp(
  `(?<![a-z])(?:je (?:suis|me suis)|j'etais|j'ai ete)(?: [a-z]{2,12})? (?:${AGREEING}|serieux|rigoureux|curieux|souriant|patient)(?![a-z])`,
);

/** How the person writes of themselves; undefined when nothing tells, or the text says both. */
export function genderIn(
  text: string,
  tokens: readonly Token[],
  matches: readonly Match<Entry>[],
): Gender | undefined {
  const told = new Set<Gender>();
  for (const { owner, places } of matches) {
    if (owner.what !== 'trade') continue;
    const { masculine, feminine } = owner.name;
    const written = places.map((place) => tokens[place]?.word);
    const isForm = (name: string) => wordsOf(name).every((word, at) => written[at] === word);
    if (isForm(feminine) === isForm(masculine)) continue;
    told.add(isForm(feminine) ? 'feminine' : 'masculine');
  }
  const folded = fold(text).text;
  if (FEMININE.test(folded)) return 'feminine';
  if (MASCULINE.test(folded) && !told.has('feminine')) return 'masculine';
  const [only, other] = [...told];
  return other ? undefined : only;
}

function wordsOf(name: string): string[] {
  return tokensOf(name)
    .filter(({ word, kind }) => kind === 'word' && !LINKING.has(word))
    .map(({ word }) => word);
}
