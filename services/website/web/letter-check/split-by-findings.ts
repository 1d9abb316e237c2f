interface Place {
  readonly start: number;
  readonly end: number;
}

/** A part of a text, and which findings lie over it, as indexes of their list. */
export interface Piece {
  readonly text: string;
  readonly findings: readonly number[];
}

/** The text cut wherever a finding begins or ends; the pieces put together are the text. Findings may overlap. */
export function splitByFindings(text: string, findings: readonly Place[]): Piece[] {
  const placed = findings
    .map(({ start, end }, index) => ({ start, end, index }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
  const cuts = [...new Set([0, text.length, ...placed.flatMap(({ start, end }) => [start, end])])];
  cuts.sort((a, b) => a - b);
  let over: typeof placed = [];
  let next = 0;
  return cuts.slice(0, -1).map((from, n) => {
    over = over.filter(({ end }) => end > from);
    while (next < placed.length && placed[next]!.start <= from) over.push(placed[next++]!);
    return { text: text.slice(from, cuts[n + 1]), findings: over.map(({ index }) => index) };
  });
}
