import { countWords, excerptEnd, type Mark } from '#libs/french-text';
import type { LetterParts } from './letter-parts.js';
import { paragraphsOf } from './paragraphs.js';

type LengthCode =
  'too-short' | 'too-long' | 'few-paragraphs' | 'many-paragraphs' | 'long-paragraph';

export const LETTER_WORDS = { least: 200, most: 500 };
export const LETTER_PARAGRAPHS = { least: 3, most: 5 };
export const PARAGRAPH_WORDS = 120;

/** 200 to 500 words from salutation to closing formula, in 3 to 5 paragraphs of 120 words at most. */
export function checkLength({ reading, body, closing }: LetterParts): Mark<LengthCode>[] {
  const { text } = reading;
  const paragraphs = paragraphsOf(reading, body.start, body.end);
  const words = countWords(text.slice(body.start, closing?.end ?? body.end));
  const place = {
    start: paragraphs[0]?.start ?? body.start,
    end: paragraphs[0]?.start ?? body.start,
  };
  const marks: Mark<LengthCode>[] = [];
  if (words < LETTER_WORDS.least)
    marks.push({ code: 'too-short', ...place, facts: { count: words } });
  if (words > LETTER_WORDS.most)
    marks.push({ code: 'too-long', ...place, facts: { count: words } });
  const count = paragraphs.length;
  if (count < LETTER_PARAGRAPHS.least)
    marks.push({ code: 'few-paragraphs', ...place, facts: { count } });
  if (count > LETTER_PARAGRAPHS.most)
    marks.push({ code: 'many-paragraphs', ...place, facts: { count } });
  for (const { start, end, words: size } of paragraphs) {
    if (size <= PARAGRAPH_WORDS) continue;
    const shown = { start, end: excerptEnd(text, start, end) };
    marks.push({ code: 'long-paragraph', ...shown, facts: { count: size } });
  }
  return marks;
}
