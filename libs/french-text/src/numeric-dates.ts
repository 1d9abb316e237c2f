import { NUMERIC_DATE } from './date-patterns.js';
import type { Mark } from './finding.js';
import { daysInMonth } from './french-months.js';
import type { Reading } from './reading.js';

/** `31/02/2026`: a date in figures, day first, that no calendar has. */
export function numericDates(reading: Reading): Mark<'impossible-date'>[] {
  return reading.filled.flatMap((line) =>
    [...line.folded.matchAll(NUMERIC_DATE)].flatMap((match) => {
      const { day, month, year } = match.groups ?? {};
      const start = line.at(match.index);
      const end = line.at(match.index + match[0].length);
      const days = daysInMonth(Number(month), Number(year));
      const exists = Number(day) >= 1 && Number(day) <= days;
      if (exists || reading.isProtected(start)) return [];
      return [{ code: 'impossible-date', start, end } as const];
    }),
  );
}
