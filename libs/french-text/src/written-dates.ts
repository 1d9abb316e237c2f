import { WRITTEN_DATE } from './date-patterns.js';
import type { Mark } from './finding.js';
import { daysInMonth, FOLDED_MONTHS, FOLDED_WEEKDAYS, weekdayOf } from './french-months.js';
import type { Line, Reading } from './reading.js';

type DateCode = 'impossible-date' | 'wrong-weekday' | 'first-of-month' | 'month-capital';

/** Dates in words: a day that exists, on the weekday it names, `1er` and not `1`, months in lower case. */
export function writtenDates(reading: Reading): Mark<DateCode>[] {
  return reading.filled.flatMap((line) =>
    [...line.folded.matchAll(WRITTEN_DATE)].flatMap((match) => marksOf(line, match)),
  );
}

function marksOf(line: Line, match: RegExpExecArray): Mark<DateCode>[] {
  const { weekday, day = '', first, month: name = '', year } = match.groups ?? {};
  const month = FOLDED_MONTHS.indexOf(name) + 1;
  const start = line.at(match.index);
  const end = line.at(match.index + match[0].length);
  const number = Number(day);
  if (number < 1 || number > daysInMonth(month, year ? Number(year) : undefined)) {
    // « 45 mars » without a year may be anything, for instance a quantity of a product.
    return number > 31 && !year ? [] : [{ code: 'impossible-date', start, end }];
  }
  const dayAt = match.index + (weekday ? weekday.length + 1 : 0);
  const monthAt = match[0].lastIndexOf(name) + match.index;
  const marks: Mark<DateCode>[] = [];
  if (weekday && year) {
    const actual = FOLDED_WEEKDAYS[weekdayOf(Number(year), month, number)] ?? '';
    if (actual !== weekday) {
      marks.push({ code: 'wrong-weekday', start, end, facts: { expected: actual } });
    }
  }
  if (number === 1 && !first) {
    const place = { start: line.at(dayAt), end: line.at(dayAt + day.length) };
    marks.push({ code: 'first-of-month', ...place, suggestion: '1er' });
  }
  const raw = line.raw.slice(
    line.at(monthAt) - line.start,
    line.at(monthAt + name.length) - line.start,
  );
  if (raw !== raw.toLowerCase() && raw !== raw.toUpperCase()) {
    const place = { start: line.at(monthAt), end: line.at(monthAt + name.length) };
    marks.push({ code: 'month-capital', ...place, suggestion: raw.toLowerCase() });
  }
  return marks;
}
