import type { Mark } from './finding.js';
import type { Reading } from './reading.js';

const RUN = /[;:!?]+/g;
const WORD_UNIT = /[\p{Script=Latin}\u0300-\u036f\p{Nd}]/u;
const CLOSER = /[\p{Script=Latin}\u0300-\u036f\p{Nd})\]»%€…]/u;
const LONGEST_WORD = 24;

/** `; : ! ?` want a no-break space before them; other scripts, addresses, times and smileys are left alone. */
export function spaceBeforePunctuation(
  reading: Reading,
): Mark<'missing-space-before-punctuation' | 'plain-space-before-punctuation'>[] {
  const { text } = reading;
  return reading.filled.flatMap((line) =>
    [...line.raw.matchAll(RUN)].flatMap(({ index, 0: [sign = ''] }) => {
      const place = line.start + index;
      if (index === 0 || reading.isProtected(place)) return [];
      const plain = line.raw[index - 1] === ' ';
      const closer = index - (plain ? 2 : 1);
      if (closer < 0 || !closesSomething(line.raw, closer)) return [];
      const start = wordStart(text, line.start + closer, line.start);
      const end = place + 1;
      const word = text.slice(start, line.start + closer + 1);
      const suggestion = `${word}${sign === ':' ? '\u00a0' : '\u202f'}${sign}`;
      const code = plain ? 'plain-space-before-punctuation' : 'missing-space-before-punctuation';
      return [{ code, start, end, suggestion, facts: { found: sign } } as const];
    }),
  );
}

/** Also the full stop of an abbreviation: `Tél. :`, `etc. ;`. */
function closesSomething(raw: string, place: number): boolean {
  const unit = raw[place] ?? '';
  return CLOSER.test(unit) || (unit === '.' && WORD_UNIT.test(raw[place - 1] ?? ''));
}

function wordStart(text: string, closer: number, lineStart: number): number {
  const least = Math.max(lineStart, closer - LONGEST_WORD);
  let start = closer;
  while (start > least && WORD_UNIT.test(text[start - 1] ?? '')) start -= 1;
  return start;
}
