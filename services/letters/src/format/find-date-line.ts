import { countWords, NUMERIC_DATE, WRITTEN_DATE, ENGLISH_DATE, type Line } from '#libs/french-text';

/** The line that says where and when the letter was written; offsets of its date in the whole text. */
export interface DateLine {
  start: number;
  end: number;
  /** What precedes the date on its line, folded. */
  before: string;
  kind: 'written' | 'numeric' | 'english';
  hasYear: boolean;
}

const KINDS = [
  ['written', WRITTEN_DATE],
  ['numeric', NUMERIC_DATE],
  ['english', ENGLISH_DATE],
] as const;

const OTHER_DATE =
  /^ {0,40}(?:(?:vos? |nos? |v\/|n\/)?ref|annonce|offre|nee? |date de naissance|pj|p\.j)/;
const MOST_WORDS = 10;

/** Finds the first short line that bears a date and is not a reference. */
export function findDateLine(lines: Line[]): DateLine | undefined {
  for (const line of lines) {
    if (OTHER_DATE.test(line.folded) || countWords(line.raw) > MOST_WORDS) continue;
    for (const [kind, pattern] of KINDS) {
      const [match] = line.folded.matchAll(pattern);
      if (!match) continue;
      const start = line.at(match.index);
      const end = line.at(match.index + match[0].length);
      const before = line.folded.slice(0, match.index).trimStart();
      return { start, end, before, kind, hasYear: match.groups?.['year'] !== undefined };
    }
  }
  return undefined;
}
