import type { Mark } from './finding.js';
import type { Reading } from './reading.js';

const QUOTED = /(?<![\p{L}\p{N}"])"(?![\s"])([^"]{1,200})(?<!\s)"(?![\p{L}\p{N}"])/gu;

/** A passage between straight quotes; a lone quote (15" of a screen) is left alone. */
export function straightQuotes(reading: Reading): Mark<'straight-quotes'>[] {
  return reading.filled.flatMap((line) =>
    [...line.raw.matchAll(QUOTED)].flatMap((match) => {
      const start = line.start + match.index;
      const end = start + match[0].length;
      if (reading.isProtected(start) || reading.isProtected(end - 1)) return [];
      const suggestion = `«\u00a0${match[1]}\u00a0»`;
      return [{ code: 'straight-quotes', start, end, suggestion } as const];
    }),
  );
}
