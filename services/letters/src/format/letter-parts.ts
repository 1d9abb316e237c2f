import { countWords, MAIL_ADDRESS, PHONE_NUMBER, type Line, type Reading } from '#libs/french-text';
import { findClosing, type Closing } from './find-closing.js';
import { findDateLine, type DateLine } from './find-date-line.js';
import { findSalutation, type Salutation } from './find-salutation.js';

/** The parts of a letter as found in its text; what is missing is undefined. */
export interface LetterParts {
  reading: Reading;
  /** Lines that are not empty, before the salutation (or before the body when there is none). */
  head: Line[];
  object: Line | undefined;
  dateLine: DateLine | undefined;
  salutation: Salutation | undefined;
  /** UTF-16 offsets of all that is said between salutation and closing formula. */
  body: { start: number; end: number };
  closing: Closing | undefined;
  /** Lines that are not empty, after the closing formula. */
  tail: Line[];
}

const OBJECT = /^[ *_-]{0,40}(?:objet|object|sujet|concerne) ?:/;
const BODY_LINE_WORDS = 12;
/** So many lines at the top may be long and say who writes. */
const CONTACT_LINES = 3;

/** Recognises the parts of a formal letter by their place and their usual words. */
export function findParts(reading: Reading): LetterParts {
  const lines = reading.filled;
  const firstBodyLine = lines.find(
    (line, place) =>
      !OBJECT.test(line.folded) &&
      countWords(line.raw) >= BODY_LINE_WORDS &&
      !(place < CONTACT_LINES && saysHowToReach(line)),
  );
  const opening = lines.filter((line) => !firstBodyLine || line.start < firstBodyLine.start);
  const object = opening.find((line) => OBJECT.test(line.folded));
  const salutation = findSalutation(opening, object, firstBodyLine);
  const head = salutation ? opening.filter((line) => line.end < salutation.start) : opening;
  const bodyStart = salutation?.end ?? firstBodyLine?.start ?? reading.text.length;
  const closing = findClosing(reading, bodyStart);
  const tail = closing ? lines.filter((line) => line.start >= closing.end) : [];
  const dateLine = findDateLine(head.filter((line) => line !== object)) ?? findDateLine(tail);
  const body = { start: bodyStart, end: closing?.start ?? reading.text.length };
  return { reading, head, object, dateLine, salutation, body, closing, tail };
}

function saysHowToReach({ raw, folded }: Line): boolean {
  return raw.search(MAIL_ADDRESS) >= 0 || folded.search(PHONE_NUMBER) >= 0;
}
