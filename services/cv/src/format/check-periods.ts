import { blocksOf, countWords, excerptEnd, type Mark } from '#libs/french-text';
import { bulletOf } from './bullets.js';
import type { CvParts, Section } from './cv-parts.js';
import { type Period, type PeriodFormat, periodsOf } from './periods.js';

type PeriodCode =
  | 'period-reversed'
  | 'experience-without-period'
  | 'mixed-period-formats'
  | 'not-antechronological';

const SHORT_HEADER_WORDS = 14;

/** Periods of experiences and studies: present, not reversed, alike in form, the latest first; overlaps are fine. */
export function checkPeriods({ reading, sections }: CvParts): Mark<PeriodCode>[] {
  const dated = sections.filter(({ kind }) => kind === 'experience' || kind === 'education');
  return dated.flatMap((section) => {
    const periods = headerPeriods(section);
    return [
      ...reversed(periods),
      ...mixedFormats(periods),
      ...disordered(periods),
      ...(section.kind === 'experience' ? undated(reading.text, section, periods) : []),
    ];
  });
}

/** The first period of each line that is not a bullet: there it dates the entry. */
function headerPeriods({ lines }: Section): Period[] {
  return lines.filter((line) => !bulletOf(line)).flatMap((line) => periodsOf(line).slice(0, 1));
}

function reversed(periods: Period[]): Mark<PeriodCode>[] {
  return periods
    .filter(({ from, to }) => to < from)
    .map(({ start, end }) => ({ code: 'period-reversed', start, end }));
}

function mixedFormats(periods: Period[]): Mark<PeriodCode>[] {
  const first = periods.find(({ format }) => format !== 'month-either') ?? periods[0];
  const other = periods.find(({ format }) => first && !alike(first.format, format));
  return other ? [{ code: 'mixed-period-formats', start: other.start, end: other.end }] : [];
}

function alike(a: PeriodFormat, b: PeriodFormat): boolean {
  const inWords = a !== 'year' && a !== 'month-number' && b !== 'year' && b !== 'month-number';
  return a === b || (inWords && (a === 'month-either' || b === 'month-either'));
}

function disordered(periods: Period[]): Mark<PeriodCode>[] {
  const later = periods.find((period, index) => {
    const above = periods[index - 1];
    return above !== undefined && period.from > above.from && period.to > above.to;
  });
  return later ? [{ code: 'not-antechronological', start: later.start, end: later.end }] : [];
}

function undated(text: string, section: Section, periods: Period[]): Mark<PeriodCode>[] {
  const { heading, lines } = section;
  const code = 'experience-without-period';
  if (periods.length === 0) {
    const filled = lines.some(({ folded }) => folded.trim() !== '');
    const end = excerptEnd(text, heading.start, heading.end);
    return filled ? [{ code, start: heading.start, end }] : [];
  }
  return blocksOf(lines).flatMap((block) => {
    const [header, ...below] = block.lines;
    const opensEntry =
      header !== undefined &&
      !bulletOf(header) &&
      countWords(header.raw) <= SHORT_HEADER_WORDS &&
      below.some((line) => bulletOf(line));
    const isDated = block.lines.some((line) => periodsOf(line).length > 0);
    if (!opensEntry || isDated) return [];
    return [{ code, start: header.start, end: excerptEnd(text, header.start, header.end) }];
  });
}
