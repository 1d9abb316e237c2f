import { fold } from './fold.js';
import { protectedUnits } from './protected-units.js';

/** One line without its line break; `folded` is for recognising words, `at` leads back to the text. */
export interface Line {
  index: number;
  start: number;
  end: number;
  raw: string;
  folded: string;
  /** Where the unit at this place of `folded` stands in the whole text. */
  at(foldedPlace: number): number;
}

/** A text prepared once for all rules; `isProtected` tells the units of addresses, times, code and smileys. */
export interface Reading {
  text: string;
  lines: Line[];
  /** The lines that hold more than spaces. */
  filled: Line[];
  isProtected(place: number): boolean;
}

/** Splits a text at LF, CRLF and CR; offsets stay those of the text as received. */
export function readText(text: string): Reading {
  const lines: Line[] = [];
  let start = 0;
  for (const lineBreak of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push(readLine(text, lines.length, start, lineBreak.index));
    start = lineBreak.index + lineBreak[0].length;
  }
  lines.push(readLine(text, lines.length, start, text.length));
  const filled = lines.filter((line) => line.folded.trim() !== '');
  const units = protectedUnits(text);
  return { text, lines, filled, isProtected: (place) => units[place] === 1 };
}

function readLine(text: string, index: number, start: number, end: number): Line {
  const raw = text.slice(start, end);
  if (raw === '') return { index, start, end, raw, folded: raw, at: () => start };
  const { text: folded, origins } = fold(raw);
  return { index, start, end, raw, folded, at: (place) => start + (origins[place] ?? raw.length) };
}
