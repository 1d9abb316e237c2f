import { FOLDED_MONTHS, type Mark } from '#libs/french-text';
import type { LetterParts } from './letter-parts.js';

type DateLineCode =
  | 'missing-date'
  | 'numeric-date'
  | 'date-without-year'
  | 'date-without-place'
  | 'date-without-le'
  | 'date-without-comma';

const ACCENTED: Record<string, string> = { fevrier: 'février', aout: 'août', decembre: 'décembre' };

/** « Lyon, le 12 mars 2026 »: place, comma, « le », day, month in words, year. */
export function checkDateLine(parts: LetterParts): Mark<DateLineCode>[] {
  const { dateLine, reading, object, salutation, body } = parts;
  if (!dateLine) {
    const place = object?.start ?? salutation?.start ?? body.start;
    return [{ code: 'missing-date', start: place, end: place }];
  }
  const { start, end, before, kind, hasYear } = dateLine;
  const marks: Mark<DateLineCode>[] = [];
  if (kind === 'numeric') marks.push(numericDate(reading.text.slice(start, end), start, end));
  if (kind === 'written' && !hasYear) marks.push({ code: 'date-without-year', start, end });
  const place =
    /^(?:fait )?(?:a )?(.{0,200}?),? ?(?:(?:en date )?(?:le|du))? ?$/.exec(before)?.[1] ?? '';
  const hasLe = /(?:^|[ ,])(?:le|du) $/.test(before);
  if (!/[a-z]/.test(place)) marks.push({ code: 'date-without-place', start, end });
  if (!hasLe) marks.push({ code: 'date-without-le', start, end });
  else if (/[a-z]/.test(place) && !before.includes(',')) {
    marks.push({ code: 'date-without-comma', start, end });
  }
  return marks;
}

function numericDate(found: string, start: number, end: number): Mark<DateLineCode> {
  const [day = 0, month = 0, year = 0] = found.split(/[/.-]/).map(Number);
  const name = FOLDED_MONTHS[month - 1];
  if (!name) return { code: 'numeric-date', start, end };
  const suggestion = `${day === 1 ? '1er' : day} ${ACCENTED[name] ?? name} ${year}`;
  return { code: 'numeric-date', start, end, suggestion };
}
