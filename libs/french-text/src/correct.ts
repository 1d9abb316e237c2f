import { mixedApostrophes } from './apostrophes.js';
import type { Mark } from './finding.js';
import { readText, type Reading } from './reading.js';
import { typography, type TypographyCode } from './typography.js';

/** One correction: what stood there, what stands there now, and on which line (from 1). */
export interface Correction {
  code: TypographyCode;
  line: number;
  before: string;
  after: string;
}

/** A passage of a text, in UTF-16 units. */
export interface Passage {
  start: number;
  end: number;
}

/** What needs a person's judgement although there is a suggestion. */
const UNCERTAIN = new Set<TypographyCode>(['lower-case-sentence']);

/** One correction may make room for the next; no text needs more turns. */
const MOST_TURNS = 5;

/** The text with everything corrected in the passage that is certain to be wrong, and what was changed; lines stay lines. */
export function correct(
  text: string,
  passage: Passage = { start: 0, end: text.length },
): { text: string; corrections: Correction[] } {
  const corrections: Correction[] = [];
  let [corrected, end] = [text, passage.end];
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const reading = readText(corrected);
    const edits = certainMarks(reading).filter(
      (mark) => mark.start >= passage.start && mark.end <= end,
    );
    if (edits.length === 0) break;
    const next = apply(reading, edits, corrections);
    end += next.length - corrected.length;
    corrected = next;
  }
  corrections.sort((a, b) => a.line - b.line);
  return { text: corrected, corrections };
}

type Edit = Mark<TypographyCode> & { suggestion: string };

function certainMarks(reading: Reading): Edit[] {
  const others = typography(reading).filter(({ code }) => code !== 'mixed-apostrophes');
  const marks = [...others, ...straightApostrophes(reading)];
  return marks
    .filter((mark): mark is Edit => mark.suggestion !== undefined && !UNCERTAIN.has(mark.code))
    .filter((mark) => reading.text.slice(mark.start, mark.end) !== mark.suggestion)
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A check names the first apostrophe that differs from those before it; corrected are all that are straight. */
function straightApostrophes(reading: Reading): Mark<'mixed-apostrophes'>[] {
  if (mixedApostrophes(reading).length === 0) return [];
  return [...reading.text.matchAll(/(?<=\p{L})'(?=\p{L})/gu)]
    .filter(({ index }) => !reading.isProtected(index))
    .map(({ index: start }) => {
      return { code: 'mixed-apostrophes', start, end: start + 1, suggestion: '’' };
    });
}

function apply({ text, lines }: Reading, edits: Edit[], corrections: Correction[]): string {
  let [corrected, from, last, line] = ['', 0, -1, 0];
  for (const { code, start, end, suggestion } of edits) {
    const before = text.slice(start, end);
    const changed = changedPart(before, suggestion);
    const place = start + changed.start;
    // Whoever comes second to a place has the next turn.
    if (place <= last) continue;
    corrected += text.slice(from, place) + changed.after;
    from = last = start + changed.end;
    while ((lines[line + 1]?.start ?? Infinity) <= start) line += 1;
    corrections.push({ code, line: line + 1, before, after: suggestion });
  }
  return corrected + text.slice(from);
}

/** The part of a text that differs from another one, so that neighbouring corrections do not meet. */
function changedPart(before: string, after: string): { start: number; end: number; after: string } {
  let start = 0;
  const shortest = Math.min(before.length, after.length);
  while (start < shortest && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < shortest - start && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return { start, end: before.length - same, after: after.slice(start, after.length - same) };
}
