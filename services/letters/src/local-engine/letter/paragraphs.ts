import { countWords } from '#libs/french-text';
import { PARAGRAPH_WORDS } from '../../format/check-length.js';
import type { Line } from './line.js';

/** Leaves room for linking words. */
const MOST = PARAGRAPH_WORDS - 10;

/** Sentences in at most two paragraphs of 110 words, up to a number of words in all; the rest is left out. */
export function inParagraphs(lines: readonly Line[], most: number, paragraphs = 2): Line[][] {
  const filled: Line[][] = [[]];
  let total = 0;
  let inThis = 0;
  for (const [index, line] of lines.entries()) {
    const words = countWords(line.text);
    const opensGroup = line.group !== undefined && lines[index - 1]?.group !== line.group;
    const together = opensGroup
      ? wordsOf(lines.filter(({ group }) => group === line.group))
      : words;
    if (total + words > most) continue;
    const full = inThis + words > MOST;
    const better = opensGroup && inThis > 40 && inThis + together > MOST;
    if (full && filled.length === paragraphs) continue;
    if (full || (better && filled.length < paragraphs)) {
      filled.push([]);
      inThis = 0;
    }
    filled.at(-1)?.push(line);
    total += words;
    inThis += words;
  }
  return balanced(filled.filter((one) => one.length > 0));
}

/** A last paragraph of one short sentence joins the one before when there is room. */
function balanced(filled: Line[][]): Line[][] {
  const [first = [], second = []] = filled;
  if (second.length === 0 || wordsOf(second) > 25) return filled;
  if (wordsOf(first) + wordsOf(second) <= MOST) return [[...first, ...second]];
  const moved = first.at(-1);
  return moved && first.length > 2 ? [first.slice(0, -1), [moved, ...second]] : filled;
}

function wordsOf(lines: readonly Line[]): number {
  return countWords(lines.map(({ text }) => text).join(' '));
}
