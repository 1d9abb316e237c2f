import { evidenceAt, type Evidence } from '../evidence.js';
import { beginsWithTrade } from '../matching/lexicon-index.js';
import { tokensOf } from '../text/token.js';
import { profileHeading } from './heading.js';
import { periodIn } from './period.js';

/** A line of a CV, or several that tell one job; `words` is it without bullet, arrows read as dashes. */
export interface CareerLine {
  evidence: Evidence;
  words: string;
  bullet: boolean;
}

const SIGN = /^[^\p{L}\p{N}\s("«+]+\s*/u;
const MOST_WORDS = 8;

/** The lines that hold something; period, title and workplace on lines of their own are joined. */
export function careerLinesOf(text: string): CareerLine[] {
  const lines = [...text.matchAll(/[^\r\n]+/g)]
    .map(({ 0: raw, index }) => evidenceAt(text, index, index + raw.length))
    .filter((evidence) => evidence.text !== '')
    .map((evidence) => {
      const words = evidence.text.replace(SIGN, '').replace(/\s?→\s?/gu, ' - ');
      return { evidence, words, bullet: SIGN.test(evidence.text) };
    });
  const joined: CareerLine[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const parts = jobOver(lines.slice(at, at + 3));
    const [first, last] = [parts[0], parts.at(-1)];
    if (!first || !last) continue;
    const evidence = evidenceAt(text, first.evidence.start, last.evidence.end);
    const separator = isPeriod(first) ? ' : ' : ', ';
    const [head = '', ...rest] = parts.map(({ words }) => words);
    const words = rest.length > 0 ? `${head}${separator}${rest.join(', ')}` : head;
    joined.push({ evidence, words, bullet: first.bullet });
    at += parts.length - 1;
  }
  return joined;
}

/** The lines that one job takes from here on: itself, unless its period or its title stands alone. */
function jobOver([first, second, third]: readonly CareerLine[]): CareerLine[] {
  if (!first) return [];
  if (!second || second.bullet) return [first];
  if (isPeriod(first) && startsWithTrade(second.words)) {
    return third && isName(third) ? [first, second, third] : [first, second];
  }
  const alone = startsWithTrade(first.words) && !/[,:.]|\d/.test(first.words);
  const dated = periodIn(second.words) !== undefined && !startsWithTrade(second.words);
  return alone && dated && isShort(first) && isShort(second) && !isPeriod(second)
    ? [first, second]
    : [first];
}

function isPeriod({ words }: CareerLine): boolean {
  const period = periodIn(words);
  return period !== undefined && !/\p{L}/u.test(words.replace(period.text, ''));
}

/** Names a workplace: a few words that begin with a capital, and no sentence. */
function isName(line: CareerLine): boolean {
  const { words, bullet } = line;
  if (bullet || !isShort(line) || !/^\p{Lu}/u.test(words) || /[.:;]$/.test(words)) return false;
  return periodIn(words) === undefined && !profileHeading(words) && !startsWithTrade(words);
}

function isShort({ words }: CareerLine): boolean {
  return words.split(/\s+/).length <= MOST_WORDS && !/(?<![\p{L}])(?:j['’]|je )/iu.test(words);
}

function startsWithTrade(words: string): boolean {
  return beginsWithTrade(tokensOf(words));
}
