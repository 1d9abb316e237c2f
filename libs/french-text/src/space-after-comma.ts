import type { Mark } from './finding.js';
import { opensSentence } from './opens-sentence.js';
import type { Reading } from './reading.js';

const COMMA =
  /[\p{Script=Latin}\u0300-\u036f]{2,24},(?=[\p{Script=Latin}\u0300-\u036f]{2}|\p{Script=Latin}['’]|à )/gu;
const STOP = /(?<![\p{L}\p{M}\p{N}@./:_\\'’-])[\p{L}\p{M}'’-]{2,40}\.(?=\p{Lu})/gu;

/** A comma between words, or a full stop before a word that opens sentences, without a space after it. */
export function spaceAfterComma(reading: Reading): Mark<'missing-space-after-punctuation'>[] {
  return reading.filled.flatMap((line) => {
    const commas = [...line.raw.matchAll(COMMA)].filter(({ index, 0: found }) => {
      const comma = line.start + index + found.length - 1;
      return ![comma - 1, comma, comma + 1].some((place) => reading.isProtected(place));
    });
    const stops = [...line.raw.matchAll(STOP)].filter(
      ({ index, 0: found }) =>
        // « vite.Oui » reads like a domain and is protected as one; code around it begins before the word.
        !reading.isProtected(line.start + index - 1) &&
        opensSentence(line.raw, index + found.length),
    );
    return [...commas, ...stops].map(({ index, 0: found }) => {
      const start = line.start + index;
      return {
        ...{ code: 'missing-space-after-punctuation', start, end: start + found.length },
        suggestion: `${found} `,
        facts: { found: found.at(-1) ?? '' },
      } as const;
    });
  });
}
