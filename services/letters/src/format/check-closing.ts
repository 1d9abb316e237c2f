import { excerptEnd, type Mark } from '#libs/french-text';
import type { LetterParts } from './letter-parts.js';

type ClosingCode =
  | 'missing-closing'
  | 'brief-closing'
  | 'closing-without-title'
  | 'closing-differs-from-salutation'
  | 'missing-signature';

const TITLES = /(?<![a-z])(?:mesdames|messieurs|madame|monsieur|mademoiselle)(?![a-z])/g;
const FUNCTION = /(?:^|[ ,])(?:le |la |l')[a-z][a-z' -]{1,50}$/;
const NOT_A_SIGNATURE = /^ {0,40}(?:p\.? ?j|pieces? jointe|fait a|ps|p\.s|annexe)(?![a-z])|@|\d{4}/;

/** A polite formula that takes up the salutation's title, then the signature. */
export function checkClosing(parts: LetterParts): Mark<ClosingCode>[] {
  const { closing, reading, tail, salutation } = parts;
  const finish = reading.text.length;
  if (!closing) return [{ code: 'missing-closing', start: finish, end: finish }];
  const marks: Mark<ClosingCode>[] = [];
  const { start, words, formal } = closing;
  const end = excerptEnd(reading.text, start, closing.end);
  if (!formal) marks.push({ code: 'brief-closing', start, end });
  else if (titlesOf(words) === '') marks.push({ code: 'closing-without-title', start, end });
  else if (salutation && !repeats(words, salutation.words)) {
    const expected = reading.text
      .slice(salutation.start, excerptEnd(reading.text, salutation.start, salutation.end))
      .replace(/[ ,;:!]{1,4}$/, '');
    marks.push({ code: 'closing-differs-from-salutation', start, end, facts: { expected } });
  }
  if (!tail.some(({ folded }) => /[a-z]/.test(folded) && !NOT_A_SIGNATURE.test(folded))) {
    marks.push({ code: 'missing-signature', start: finish, end: finish });
  }
  return marks;
}

function repeats(closing: string, salutation: string): boolean {
  const titles = titlesOf(salutation);
  if (titles === '') return true;
  const title = FUNCTION.exec(salutation)?.[0].trim() ?? '';
  return titles === titlesOf(closing) && closing.replace(/ {1,9}/g, ' ').includes(title);
}

function titlesOf(words: string): string {
  return [...new Set([...words.matchAll(TITLES)].map(([title]) => title))].sort().join(' ');
}
