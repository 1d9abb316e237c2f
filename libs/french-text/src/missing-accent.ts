import type { Mark } from './finding.js';
import type { Reading } from './reading.js';

const A_GRAVE =
  /(?<![\p{L}\p{N}.'’-])A (?=(?:l['’]|l[ae] |ce |cet |cette |ces |partir |travers |votre |vos |mon |ma |notre |savoir |noter |titre |propos |bient[oô]t |temps |compter |terme |défaut |\p{Lu}[\p{L}' -]{1,30}, le ))/gu;

const ACUTE =
  /(?<![\p{L}\p{N}.@#/_-])E(tats?|coles?|quip(?:es?|iers?|ières?|ements?)|tudes?|tudiante?s?|tapes?|tabli(?:r|e?s?|ssements?)|nergies?|nergétiques?|conomi(?:es?|ques?)|ditions?|diteurs?|ducat(?:ions?|eurs?|rices?)|lectri(?:cité|ques?|ciens?|ciennes?)|lectroniques?|vén[eè]ment(?:s|iel|ielle)?|valuations?|volutions?|laborations?|galement|tant|tranger|changes?|coute|lèves?|laboration|thique|quilibre)(?![\p{L}\p{N}])/gu;

/** Capitals that lost their accent, from a short list of frequent words: `A l’attention`, `Etat`, `Equipe`. */
export function missingAccent(reading: Reading): Mark<'missing-accent'>[] {
  return reading.filled.flatMap((line) =>
    [...marks(line, A_GRAVE, 'À'), ...marks(line, ACUTE, 'É')].filter(
      (mark) => !reading.isProtected(mark.start),
    ),
  );
}

function marks(
  line: { start: number; raw: string },
  pattern: RegExp,
  capital: string,
): Mark<'missing-accent'>[] {
  return [...line.raw.matchAll(pattern)].map(({ index, 1: rest = '' }) => {
    const start = line.start + index;
    const end = start + 1 + rest.length;
    return { code: 'missing-accent', start, end, suggestion: capital + rest };
  });
}
