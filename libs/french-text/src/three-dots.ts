import type { Mark } from './finding.js';
import type { Reading } from './reading.js';

/** Three to five full stops standing for an ellipsis; longer runs are leaders of a table. */
export function threeDots(reading: Reading): Mark<'three-dots'>[] {
  return reading.filled.flatMap((line) =>
    [...line.raw.matchAll(/\.+/g)].flatMap(({ index, 0: dots }) => {
      const start = line.start + index;
      if (dots.length < 3 || dots.length > 5 || reading.isProtected(start)) return [];
      return [{ code: 'three-dots', start, end: start + dots.length, suggestion: '…' } as const];
    }),
  );
}
