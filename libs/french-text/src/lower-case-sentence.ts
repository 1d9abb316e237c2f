import type { Mark } from './finding.js';
import type { Reading } from './reading.js';

const AFTER_STOP =
  /(?<=([\p{L}\p{N}.’')»%€-]{1,12}))\.[ \u00a0\u202f]{1,3}(\p{Ll}[\p{L}\p{M}\p{N}'’-]{0,40})((?:\.\p{L})?)/gu;

const ABBREVIATIONS = new Set(
  'etc ex env cf ref tel vol av bd bld min max dr st ste art chap fig dept resp adj dir ing sept oct nov dec janv fevr avr juil hab mio mrd approx num no ch ed al p pp vs p.ex i.e e.g c.-a-d s.a s.a.s inc ltd co cie nb'.split(
    ' ',
  ),
);

/** A sentence that opens in lower case after a full stop; abbreviations, numbering and names like iOS are let pass. */
export function lowerCaseSentence(reading: Reading): Mark<'lower-case-sentence'>[] {
  return reading.filled.flatMap((line) =>
    [...line.raw.matchAll(AFTER_STOP)].flatMap((match) => {
      const [whole, before = '', word = '', suffix = ''] = match;
      const start = line.start + match.index + whole.length - word.length - suffix.length;
      if (reading.isProtected(start) || !endsSentence(before) || isName(word + suffix)) return [];
      const [letter = ''] = word;
      const suggestion = letter.toUpperCase() + word.slice(letter.length);
      return [
        { code: 'lower-case-sentence', start, end: start + word.length, suggestion } as const,
      ];
    }),
  );
}

function endsSentence(before: string): boolean {
  const word = before.replace(/^.{0,12}['’(«]/u, '');
  if (/^\p{L}$/u.test(word) || /^\d{1,2}$/.test(word) || word.endsWith('.')) return false;
  const folded = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return word !== '' && !ABBREVIATIONS.has(folded) && !/\p{L}\.\p{L}/u.test(word);
}

function isName(word: string): boolean {
  return /\p{Lu}|\d|\.\p{L}/u.test(word);
}
