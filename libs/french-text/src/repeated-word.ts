import type { Mark } from './finding.js';
import type { Reading } from './reading.js';

const TWICE = /(?<![a-z0-9'-])([a-z]{2,30}) \1(?![a-z0-9'-])/g;

const WELCOME_TWICE = new Set(
  'nous vous bla ha hé he tres bora duran cha yo pili wagga baden chouchou petit'.split(' '),
);

/** The same word twice in a row: `le le`; `nous nous`, `vous vous` and repeated names are French. */
export function repeatedWord(reading: Reading): Mark<'repeated-word'>[] {
  return reading.filled.flatMap((line) =>
    [...line.folded.matchAll(TWICE)].flatMap((match) => {
      const word = match[1] ?? '';
      const start = line.at(match.index);
      const second = line.at(match.index + word.length + 1);
      const end = line.at(match.index + match[0].length);
      if (WELCOME_TWICE.has(word) || reading.isProtected(start)) return [];
      if (/\p{Lu}/u.test(reading.text.slice(second, end))) return [];
      // Accents make other words: « du dû », « a à ».
      const suggestion = reading.text.slice(start, second).trimEnd();
      if (suggestion.toLowerCase() !== reading.text.slice(second, end).toLowerCase()) return [];
      return [{ code: 'repeated-word', start, end, suggestion, facts: { found: word } } as const];
    }),
  );
}
