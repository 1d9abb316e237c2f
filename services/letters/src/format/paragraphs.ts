import { blocksOf, countWords, type Line, type Reading } from '#libs/french-text';

export interface Paragraph {
  start: number;
  end: number;
  words: number;
}

const ENDS_PARAGRAPH = /[.!?…:;»] {0,40}$/;

/** Paragraphs between two places: parted by empty lines, or line by line when the text has none. */
export function paragraphsOf(reading: Reading, from: number, to: number): Paragraph[] {
  const lines = reading.lines.filter((line) => line.start < to && line.end > from);
  const first = lines.findIndex((line) => line.folded.trim() !== '');
  const last = lines.findLastIndex((line) => line.folded.trim() !== '');
  const inner = lines.slice(Math.max(0, first), last + 1);
  const parted = inner.some((line) => line.folded.trim() === '');
  const groups = parted ? blocksOf(inner).map((block) => block.lines) : joinUnfinished(inner);
  return groups.flatMap((group) => {
    const start = Math.max(group[0]?.start ?? from, from);
    const end = Math.min(group.at(-1)?.end ?? to, to);
    const words = countWords(reading.text.slice(start, end));
    return words > 0 ? [{ start, end, words }] : [];
  });
}

/** A line that does not end a sentence goes on in the next one. */
function joinUnfinished(lines: Line[]): Line[][] {
  const groups: Line[][] = [];
  let open: Line[] | undefined;
  for (const line of lines) {
    if (open) open.push(line);
    else groups.push((open = [line]));
    if (ENDS_PARAGRAPH.test(line.folded)) open = undefined;
  }
  return groups;
}
