import { FOLDED_MONTHS, type Line } from '#libs/french-text';

export type PeriodFormat = 'year' | 'month-name' | 'month-short' | 'month-either' | 'month-number';

/** A stretch of time; `from` and `to` are months counted from year 0, `to` is Infinity when it goes on. */
export interface Period {
  start: number;
  end: number;
  from: number;
  to: number;
  format: PeriodFormat;
  single: boolean;
}

const POINT =
  `(?:(?:(?<month_>${FOLDED_MONTHS.join('|')})|(?<short_>janv?|fevr?|mar|avr|juill?|aou|sept?|oct|nov|dec)\\.?|` +
  `(?<number_>0?[1-9]|1[0-2]) ?[/.-]) ?)?(?<year_>19[4-9]\\d|20[0-7]\\d)(?!\\d)`;
const NOW =
  "(?<now>aujourd'hui|a ce jour|ce jour|present|en cours|maintenant|actuel(?:lement)?|now)";
// A day in figures is one only when a month in figures follows: 09/2020 has none.
const DAY = '(?:(?:[0-2]?\\d|3[01])(?:er)?(?: |[/.-](?=\\d{1,2} ?[/.-])))?';

const RANGE = new RegExp(
  `(?<![\\d/.])${DAY}${POINT.replaceAll('_', '1')} ?(?:-|–|—|→|>|/|a|au|jusqu'a|jusqu'en) ?(?:l'|${DAY})?(?:${POINT.replaceAll('_', '2')}|${NOW})(?![a-z\\d])`,
  'g',
);
const SINCE = new RegExp(
  `(?<![a-z])(?:depuis|a partir de) (?:le |l'annee )?${DAY}${POINT.replaceAll('_', '1')}`,
  'g',
);
const POINT_ALONE = new RegExp(
  `(?<![\\d/.+a-z])${DAY}${POINT.replaceAll('_', '1')}(?![a-z\\d%€])`,
  'g',
);

/** Reads the periods of a line: « mars 2020 – juin 2022 », « depuis 2021 », « 2019-2022 », else single dates. */
export function periodsOf(line: Line): Period[] {
  const ranges = [...line.folded.matchAll(RANGE), ...line.folded.matchAll(SINCE)];
  const found = ranges.length > 0 ? ranges : [...line.folded.matchAll(POINT_ALONE)];
  const single = ranges.length === 0;
  return found.map((match) => {
    const groups = match.groups ?? {};
    const { from, upTo, format } = pointOf(groups, '1');
    const since = !single && groups['year2'] === undefined;
    return {
      start: line.at(match.index),
      end: line.at(match.index + match[0].length),
      from,
      to: since ? Infinity : single ? upTo : pointOf(groups, '2').upTo,
      format,
      single,
    };
  });
}

function pointOf(
  groups: Record<string, string | undefined>,
  which: '1' | '2',
): { from: number; upTo: number; format: PeriodFormat } {
  const months = Number(groups[`year${which}`]) * 12;
  const name = groups[`month${which}`];
  const short = groups[`short${which}`];
  const number = groups[`number${which}`];
  if (name) {
    // « mai » is written alike in full and in short.
    const format = name.length <= 4 ? 'month-either' : 'month-name';
    return at(months + FOLDED_MONTHS.indexOf(name), format);
  }
  if (short) {
    const index = FOLDED_MONTHS.findIndex((month) => month.startsWith(short));
    return at(months + index, 'month-short');
  }
  if (number) return at(months + Number(number) - 1, 'month-number');
  return { from: months, upTo: months + 11, format: 'year' };
}

function at(
  month: number,
  format: PeriodFormat,
): { from: number; upTo: number; format: PeriodFormat } {
  return { from: month, upTo: month, format };
}
