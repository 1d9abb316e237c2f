import type { TextBlock } from '#libs/document-files';
import { blocksOf, readText, type Line } from '#libs/french-text';
import { findParts, type LetterParts } from '../format/letter-parts.js';
import { recipientOf } from './recipient.js';

type Part = 'sender' | 'recipient' | 'date' | 'object' | 'text' | 'end' | 'signature';

/** A letter as it is set, and what its head says of it. */
export interface SetLetter {
  readonly blocks: TextBlock[];
  /** First lines of who writes and to whom, and what it is about; empty when the text does not say. */
  readonly sender: string;
  readonly recipient: string;
  readonly object: string;
}

/** A signature with what may stand below it; what is longer is text. */
const mostSigned = 12;
/** After so many spaces a line stands on the right in the text already. */
const FAR_RIGHT = 16;
const ENCLOSED = /^ {0,40}(?:p\.? ?j|pieces? jointe|annexe|ps(?![a-z])|p\.s)/;
const onTheRight = new Set<Part>(['recipient', 'date', 'signature']);

/**
 * A letter as a page of French correspondence, in the order of its text: who writes on the left; to whom, when and the
 * signature on the right.
 */
export function setLetter(text: string): SetLetter {
  const reading = readText(text);
  const parts = findParts(reading);
  const partOf = partOfLine(parts);
  const pieces = blocksOf(reading.lines).flatMap(({ lines }) => alike(lines, partOf));
  const first = (part: Part) => pieces.find((one) => one.part === part)?.lines[0]?.raw.trim() ?? '';
  const blocks = pieces.map(({ part, lines }, place): TextBlock => {
    const before = pieces[place - 1]?.part;
    const after = pieces[place + 1]?.part;
    return {
      style: part === 'object' ? 'strong' : 'text',
      side: onTheRight.has(part) ? 'right' : 'left',
      apart: before !== undefined && before !== part && part !== 'end',
      // No page begins with the closing formula.
      withNext: after === 'end' || after === 'signature',
      lines: lines.map(({ raw }) => (part === 'text' ? raw.trimEnd() : raw.trim())),
    };
  });
  const object = first('object');
  return {
    blocks,
    sender: first('sender'),
    recipient: first('recipient'),
    object: object.slice(object.indexOf(':') + 1).trim(),
  };
}

function partOfLine({ head, object, dateLine, closing, tail }: LetterParts) {
  const isDate = ({ start, end }: Line) =>
    dateLine !== undefined && start <= dateLine.start && dateLine.start < end;
  const above = head.filter((line) => !isDate(line) && !(object && line.start >= object.start));
  const named = new Set(above);
  const toWhom = new Set(recipientOf(above));
  const signed = new Set(tail.length <= mostSigned ? tail : []);
  return (line: Line): Part => {
    if (line === object) return 'object';
    if (isDate(line)) return 'date';
    if (signed.has(line)) return ENCLOSED.test(line.folded) ? 'end' : 'signature';
    if (closing && line.end > closing.start && line.start < closing.end) return 'end';
    if (!named.has(line)) return 'text';
    return toWhom.has(line) || line.raw.search(/[^ ]/) >= FAR_RIGHT ? 'recipient' : 'sender';
  };
}

/** Neighbouring lines of the same part. */
function alike(lines: readonly Line[], partOf: (line: Line) => Part) {
  const pieces: { part: Part; lines: Line[] }[] = [];
  for (const line of lines) {
    const part = partOf(line);
    const open = pieces.at(-1);
    if (open?.part === part) open.lines.push(line);
    else pieces.push({ part, lines: [line] });
  }
  return pieces;
}
