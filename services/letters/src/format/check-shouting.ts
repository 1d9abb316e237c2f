import { countWords, excerptEnd, type Line, type Mark } from '#libs/french-text';
import type { LetterParts } from './letter-parts.js';

const LEAST_WORDS = 8;
const LEAST_LETTERS = 40;

/** A line of at least 8 words written almost wholly in capitals; of several in a row, the first. */
export function checkShouting({ reading }: LetterParts): Mark<'shouting'>[] {
  const shouted = reading.filled.map(isShouted);
  return reading.filled.flatMap(({ start, end }, index) => {
    if (!shouted[index] || shouted[index - 1]) return [];
    return [{ code: 'shouting', start, end: excerptEnd(reading.text, start, end) } as const];
  });
}

function isShouted({ raw }: Line): boolean {
  const capitals = [...raw.matchAll(/\p{Lu}/gu)].length;
  if (capitals * 2 < LEAST_LETTERS) return false;
  const letters = capitals + [...raw.matchAll(/\p{Ll}/gu)].length;
  return letters >= LEAST_LETTERS && capitals >= letters * 0.8 && countWords(raw) >= LEAST_WORDS;
}
