import { countWords, type Mark } from '#libs/french-text';
import type { LetterParts } from './letter-parts.js';

const MOST_WORDS = 20;

/** One line « Objet : … » before the salutation, not empty and of 20 words at most. */
export function checkObject(
  parts: LetterParts,
): Mark<'missing-object' | 'empty-object' | 'long-object'>[] {
  const { object, salutation, body } = parts;
  if (!object) {
    const place = salutation?.start ?? body.start;
    return [{ code: 'missing-object', start: place, end: place }];
  }
  const words = countWords(object.raw.slice(object.raw.indexOf(':') + 1));
  const { start, end } = object;
  if (words === 0) return [{ code: 'empty-object', start, end }];
  return words > MOST_WORDS
    ? [{ code: 'long-object', start, end: start, facts: { count: words } }]
    : [];
}
