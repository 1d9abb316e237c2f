import { blocksOf, readText, type Line, type Reading } from '#libs/french-text';
import { findParts, type LetterParts } from './letter-parts.js';
import { paragraphsOf } from './paragraphs.js';

const BULLET = /^ {0,40}(?:[-–—•*·]|\d{1,2}[.)])/;
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
    ...linesOfBlocks(reading, head, apart),
    ...[dateLine, object].flatMap((line) => (line ? [line.raw.trim()] : [])),
    ...(salutation ? [reading.text.slice(salutation.start, salutation.end).trim()] : []),
    ...bodyOf(parts),
    ...(closing ? [joined(reading.text.slice(closing.start, closing.end))] : []),
    restOfLine(parts),
    ...linesOfBlocks(reading, parts.tail, apart),
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
): string[] {
  if (!first) return [];
  const last = others.at(-1) ?? first;
  return blocksOf(lines.slice(first.index, last.index + 1)).map((block) =>
    block.lines
      .filter((line) => !apart.has(line))
      .map((line) => line.raw.trim())
      .join('\n'),
  );
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

/** Lines that were broken by hand become one; those of a list, and those that end in a sign, stay as they are. */
function joined(passage: string): string {
  const lines = passage.split(/\r\n|\n|\r/).map((line) => line.trim());
  return lines.filter(Boolean).reduce((before, line) => {
    const newLine = before === '' || BULLET.test(line) || ENDS_LINE.test(before);
    return before === '' ? line : before + (newLine ? '\n' : ' ') + line;
  }, '');
}
