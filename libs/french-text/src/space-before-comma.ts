import type { Mark } from './finding.js';
import type { Reading } from './reading.js';

const SPACED = /(?<=[\p{L}\p{M}\p{N})\]»"])[ \u00a0\u202f]{1,3}(?:,|\.(?![\p{L}\p{N}.]))/gu;

/** A space before a comma or a full stop; `.NET` and ` ...` are not meant. */
export function spaceBeforeComma(reading: Reading): Mark<'space-before-comma'>[] {
  return reading.filled.flatMap((line) =>
    [...line.raw.matchAll(SPACED)].flatMap((match) => {
      const start = line.start + match.index;
      const end = start + match[0].length;
      if (reading.isProtected(end - 1)) return [];
      return [{ code: 'space-before-comma', start, end, suggestion: match[0].trim() } as const];
    }),
  );
}
