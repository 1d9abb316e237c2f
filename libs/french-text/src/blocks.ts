import type { Line } from './reading.js';

/** Neighbouring lines without an empty one between them. */
export interface Block {
  start: number;
  end: number;
  lines: Line[];
}

/** Groups lines into blocks parted by empty lines. */
export function blocksOf(lines: Line[]): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  for (const line of lines) {
    if (line.folded.trim() === '') {
      open = undefined;
    } else if (open) {
      open.lines.push(line);
      open.end = line.end;
    } else {
      open = { start: line.start, end: line.end, lines: [line] };
      blocks.push(open);
    }
  }
  return blocks;
}
