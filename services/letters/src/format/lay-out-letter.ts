import { blocksOf, readText, type Line, type Reading } from '#libs/french-text';
import { findParts, type LetterParts } from './letter-parts.js';
import { paragraphsOf } from './paragraphs.js';

/** Columns. */
const FAR_RIGHT = 16;
const GOES_ON = /^\p{Ll}/u;
const ENDS_LINE = /[.!?…:;»] {0,40}$/;

/**
 * The same letter with its parts in the order of a French letter (who writes, to whom, place and date, object,
 * salutation, text, closing formula, signature) and one empty line between them. Every word stays; none is added.
 */
export function layOutLetter(text: string): string {
  const reading = readText(text);
  const parts = findParts(reading);
  const { salutation, closing, head } = parts;
  const dateLine = lineOfDate(parts);
  const object = head.find((line) => line === parts.object);
  const apart = new Set([object, dateLine]);
  const blocks = [
    ...linesOfBlocks(reading, head, apart).flatMap(besideEachOther),
    ...[dateLine, object].flatMap((line) => (line ? [line.raw.trim()] : [])),
    ...(salutation ? [reading.text.slice(salutation.start, salutation.end).trim()] : []),
    ...bodyOf(parts),
    ...(closing ? [joined(reading.text.slice(closing.start, closing.end))] : []),
    restOfLine(parts),
    ...linesOfBlocks(reading, parts.tail, apart).map(trimmed),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

function lineOfDate({ dateLine, head, tail }: LetterParts): Line | undefined {
  if (!dateLine) return undefined;
  return [...head, ...tail].find(
    ({ start, end }) => start <= dateLine.start && dateLine.start < end,
  );
}

/** The blocks that these lines stand in, without the lines that have a place of their own. */
function linesOfBlocks(
  { lines }: Reading,
  [first, ...others]: readonly Line[],
  apart: ReadonlySet<Line | undefined>,
): Line[][] {
  if (!first) return [];
  const last = others.at(-1) ?? first;
  return blocksOf(lines.slice(first.index, last.index + 1)).map((block) =>
    block.lines.filter((line) => !apart.has(line)),
  );
}

/** A block whose later lines stand far to the right of its first is two: who writes, and to whom. */
function besideEachOther(block: readonly Line[]): string[] {
  const indent = ({ raw }: Line) => raw.length - raw.trimStart().length;
  const farRight = Math.min(...block.map(indent)) + FAR_RIGHT;
  const split = block.findIndex((line) => indent(line) >= farRight);
  const right = block.slice(split);
  if (split < 1 || right.some((line) => indent(line) < farRight)) return [trimmed(block)];
  return [trimmed(block.slice(0, split)), trimmed(right)];
}

function trimmed(lines: readonly Line[]): string {
  return lines.map((line) => line.raw.trim()).join('\n');
}

function bodyOf({ reading, body }: LetterParts): string[] {
  return paragraphsOf(reading, body.start, body.end).map(({ start, end }) =>
    joined(reading.text.slice(start, end)),
  );
}

/** What stands behind the closing formula on its line. */
function restOfLine({ reading, closing }: LetterParts): string {
  const line = closing && reading.lines.find(({ end }) => end >= closing.end);
  return line ? reading.text.slice(closing.end, line.end).trim() : '';
}

/** Lines that were broken by hand become one: where a sentence is not over, and the next line goes on in lower case. */
function joined(passage: string): string {
  const lines = passage.split(/\r\n|\n|\r/).map((line) => line.trim());
  return lines.filter(Boolean).reduce((before, line) => {
    const goesOn = !ENDS_LINE.test(before) && GOES_ON.test(line);
    return before === '' ? line : before + (goesOn ? ' ' : '\n') + line;
  }, '');
}
