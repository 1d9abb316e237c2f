import { excerptEnd, type Line, type Mark } from '#libs/french-text';
import type { CvParts } from './cv-parts.js';
import { periodsOf } from './periods.js';

const LEAST_LINES = 3;
const NOT_A_RESULT = /\(\d{2,3}\)|(?<!\d)\d{5} (?=[a-z])/g;

/** At least one figure among the experiences, dates and postcodes put aside. */
export function checkFigures({ reading, sections }: CvParts): Mark<'no-figures'>[] {
  const experiences = sections.filter(({ kind }) => kind === 'experience');
  const lines = experiences.flatMap((section) => section.lines);
  const filled = lines.filter(({ folded }) => folded.trim() !== '');
  const [first] = experiences;
  if (!first || filled.length < LEAST_LINES || filled.some(bearsFigure)) return [];
  const { start, end } = first.heading;
  return [{ code: 'no-figures', start, end: excerptEnd(reading.text, start, end) }];
}

function bearsFigure(line: Line): boolean {
  let rest = '';
  let from = 0;
  for (const { start, end } of periodsOf(line)) {
    rest += line.raw.slice(from, start - line.start);
    from = end - line.start;
  }
  return /\d/.test((rest + line.raw.slice(from)).replace(NOT_A_RESULT, ''));
}
