import { excerptEnd } from './excerpt-end.js';
import type { Facts, Finding, Mark, Rulebook, Sentence } from './finding.js';
import { limitMarks, type LimitedMark } from './limit-marks.js';
import type { Reading } from './reading.js';

/** UTF-16 units; a longer passage is quoted by its beginning. */
const LONGEST_EXCERPT = 300;

/** Turns marks into findings with place, quotation and words, sorted by start then code, bounded in number. */
export function toFindings<Code extends string>(
  reading: Reading,
  marks: Mark<Code>[],
  rulebook: Rulebook<Code>,
): Finding<Code | 'more-of-the-same'>[] {
  return limitMarks(marks)
    .map((mark) => toFinding(reading, mark, rulebook))
    .sort((a, b) => a.start - b.start || compare(a.code, b.code) || a.end - b.end);
}

function toFinding<Code extends string>(
  { text, lines }: Reading,
  { mark, hidden }: LimitedMark<Code>,
  rulebook: Rulebook<Code>,
): Finding<Code | 'more-of-the-same'> {
  const { severity, fr, en } = rulebook[mark.code];
  const facts = { count: 0, found: '', expected: '', ...mark.facts };
  const message = { fr: say(fr, facts), en: say(en, facts) };
  const line = lineAt(lines, mark.start);
  const place = { line: line + 1, column: mark.start - (lines[line]?.start ?? 0) + 1 };
  if (hidden > 0) {
    return {
      code: 'more-of-the-same',
      severity,
      start: mark.start,
      end: mark.start,
      ...place,
      excerpt: '',
      message: {
        fr: `Même remarque à ${hidden} autre${hidden > 1 ? 's' : ''} endroit${hidden > 1 ? 's' : ''} à partir d’ici. ${message.fr}`,
        en: `The same goes for ${hidden} more place${hidden > 1 ? 's' : ''} from here on. ${message.en}`,
      },
    };
  }
  const { code, start, suggestion } = mark;
  const end = excerptEnd(text, start, mark.end, LONGEST_EXCERPT);
  return {
    code,
    severity,
    start,
    end,
    ...place,
    excerpt: text.slice(start, end),
    message,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

function say(sentence: Sentence, facts: Facts): string {
  return typeof sentence === 'string' ? sentence : sentence(facts);
}

function lineAt(lines: { start: number }[], place: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.start ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
