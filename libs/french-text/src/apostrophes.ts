import type { Mark } from './finding.js';
import type { Reading } from './reading.js';

const ELISION_SPACED =
  /(?<![\p{L}\p{N}'’])(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu)['’] {1,3}(?=\p{L})/giu;

/** A space after an elision: `l' entreprise`. */
export function spaceAfterApostrophe(reading: Reading): Mark<'space-after-apostrophe'>[] {
  return reading.filled.flatMap((line) =>
    [...line.raw.matchAll(ELISION_SPACED)].flatMap((match) => {
      const start = line.start + match.index;
      const end = start + match[0].length;
      if (reading.isProtected(start)) return [];
      return [
        { code: 'space-after-apostrophe', start, end, suggestion: match[0].trimEnd() } as const,
      ];
    }),
  );
}

/** Both ' and ’ in one text: the first place that differs from what precedes. Either alone is welcome. */
export function mixedApostrophes(reading: Reading): Mark<'mixed-apostrophes'>[] {
  let first: string | undefined;
  for (const { index, 0: sign } of reading.text.matchAll(/(?<=\p{L})['’](?=\p{L})/gu)) {
    if (reading.isProtected(index)) continue;
    first ??= sign;
    if (sign !== first) {
      return [{ code: 'mixed-apostrophes', start: index, end: index + 1, suggestion: first }];
    }
  }
  return [];
}
