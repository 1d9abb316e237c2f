import type { Mark } from './finding.js';
import { opensSentence } from './opens-sentence.js';
import type { Reading } from './reading.js';

const SPACED = /(?<=[\p{L}\p{M}\p{N})\]»"])[ \u00a0\u202f]{1,3}(?:,|\.(?![\p{N}.]))/gu;

/** A space before a comma or a full stop, which goes behind it when a word is glued there; `.NET` and ` ...` are not meant. */
export function spaceBeforeComma(reading: Reading): Mark<'space-before-comma'>[] {
  return reading.filled.flatMap((line) =>
    [...line.raw.matchAll(SPACED)].flatMap((match) => {
      const start = line.start + match.index;
      const end = start + match[0].length;
      if (reading.isProtected(end - 1)) return [];
      const sign = match[0].trim();
      const next = match.index + match[0].length;
      const glued = /^\p{L}/u.test(line.raw.slice(next, next + 2));
      if (glued && sign === '.' && !opensSentence(line.raw, next)) return [];
      const suggestion = glued ? `${sign} ` : sign;
      return [{ code: 'space-before-comma', start, end, suggestion } as const];
    }),
  );
}
