import { countWords, type Mark } from '#libs/french-text';
import type { CvParts } from './cv-parts.js';

export const CV_WORDS = { least: 250, most: 900 };

/** 250 to 900 words, one to two pages. */
export function checkLength({ reading }: CvParts): Mark<'too-short' | 'too-long'>[] {
  const count = countWords(reading.text);
  const end = reading.text.length;
  if (count < CV_WORDS.least) return [{ code: 'too-short', start: end, end, facts: { count } }];
  if (count > CV_WORDS.most) return [{ code: 'too-long', start: end, end, facts: { count } }];
  return [];
}
