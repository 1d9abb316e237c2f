import { FOLDED_MONTHS, FOLDED_WEEKDAYS } from './french-months.js';

/** `jeudi 12 mars 2026`, `1er avril`: groups weekday, day, first, month, year; for folded lines. */
export const WRITTEN_DATE = new RegExp(
  `(?<![\\d/.,a-z-])(?:(?<weekday>${FOLDED_WEEKDAYS.join('|')}) )?(?<day>\\d{1,2})(?<first> ?er)? ` +
    `(?<month>${FOLDED_MONTHS.join('|')})(?: (?<year>\\d{4}))?(?![a-z\\d])`,
  'g',
);

/** `03/12/2026`, read day first; for folded lines. */
export const NUMERIC_DATE =
  /(?<![\d/.-])(?<day>\d{1,2})(?<mark>[/.-])(?<month>\d{1,2})\k<mark>(?<year>\d{4})(?![\d/-])/g;

/** `12 March 2026`, `March 12, 2026`, `March 2026`; for folded lines. */
export const ENGLISH_DATE =
  /(?<![a-z])(?:\d{1,2}(?:st|nd|rd|th)?,? )?(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \d{1,2}(?:st|nd|rd|th)?,)? \d{4}(?!\d)/g;
