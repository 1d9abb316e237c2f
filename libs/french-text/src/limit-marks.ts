import type { Mark } from './finding.js';

/** At most this many findings in a report, besides one `more-of-the-same` a code. */
const MOST = 1_000;
const MOST_PER_CODE = [200, 100, 50, 25, 10];

/** A mark to show; with `hidden` above 0 it stands for itself and those of its code that follow it. */
export interface LimitedMark<Code extends string> {
  mark: Mark<Code>;
  hidden: number;
}

/** Keeps the first 200 marks of each code, fewer when many codes abound, so that a reply stays bounded. */
export function limitMarks<Code extends string>(marks: Mark<Code>[]): LimitedMark<Code>[] {
  const byCode = new Map<Code, Mark<Code>[]>();
  for (const mark of marks) {
    const sameCode = byCode.get(mark.code);
    if (sameCode) sameCode.push(mark);
    else byCode.set(mark.code, [mark]);
  }
  const groups = [...byCode.values()];
  const limit = MOST_PER_CODE.find((most) => shown(groups, most) <= MOST) ?? 10;
  return groups.flatMap((group) => {
    const sorted = group.toSorted((a, b) => a.start - b.start || a.end - b.end);
    const kept = sorted.slice(0, limit).map((mark) => ({ mark, hidden: 0 }));
    const next = sorted[limit];
    return next ? [...kept, { mark: next, hidden: sorted.length - limit }] : kept;
  });
}

function shown(groups: unknown[][], most: number): number {
  return groups.reduce((sum, group) => sum + Math.min(group.length, most), 0);
}
