import { ENGLISH_DATE } from './date-patterns.js';
import type { Mark } from './finding.js';
import type { Reading } from './reading.js';

/** A date in English inside a French text: `March 12, 2026`. */
export function englishDates(reading: Reading): Mark<'english-date'>[] {
  return reading.filled.flatMap((line) =>
    [...line.folded.matchAll(ENGLISH_DATE)].map((match) => {
      const start = line.at(match.index);
      const end = line.at(match.index + match[0].length);
      return { code: 'english-date', start, end };
    }),
  );
}
