/** How wide a piece of text is when it is drawn. */
export type Measure = (text: string) => number;

/**
 * A word with the spaces after it. No-break spaces hold what they stand between; a hyphen ends no line, because readers of
 * the file would take it for one that was put there and leave it out.
 */
const PIECE = /[^ ]+ *|^ +/g;

/** No line of print has as many signs: a word that has is cut without being measured whole. */
const longest = 400;

/**
 * A line as the lines that it takes in this width. Each keeps one space where it is broken, which nobody sees: whoever has
 * the file read aloud hears words that would run together without.
 */
export function wrap(line: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let [open, taken] = ['', 0];
  const close = () => {
    lines.push(open.replace(/ +$/, ' '));
    [open, taken] = ['', 0];
  };
  for (const [piece] of line.matchAll(PIECE)) {
    const word = piece.replace(/ +$/, '');
    const wide = word.length > longest ? Infinity : measure(word);
    if (open !== '' && taken + wide > width) close();
    if (wide > width) {
      const cuts = cutToWidth(word, width, measure);
      lines.push(...cuts.slice(0, -1));
      open = cuts.at(-1)! + piece.slice(word.length);
      taken = measure(open);
    } else {
      open += piece;
      taken += wide + (piece === word ? 0 : measure(piece.slice(word.length)));
    }
  }
  close();
  return lines;
}

/** Sign by sign, which is exact enough where there is no place to break a line at. */
function cutToWidth(word: string, width: number, measure: Measure): string[] {
  const cuts: string[] = [];
  let [open, taken] = ['', 0];
  for (const sign of word) {
    const wide = measure(sign);
    if (open !== '' && (taken + wide > width || open.length >= longest)) {
      cuts.push(open);
      [open, taken] = ['', 0];
    }
    open += sign;
    taken += wide;
  }
  return [...cuts, open];
}
