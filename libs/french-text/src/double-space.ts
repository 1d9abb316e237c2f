import type { Mark } from './finding.js';
import type { Reading } from './reading.js';

/** Two or three spaces between words; longer runs, indents and ends of lines are layout. */
export function doubleSpace(reading: Reading): Mark<'double-space'>[] {
  return reading.filled.flatMap((line) => {
    // Spaces after a bullet or a dash that opens the line are layout too.
    const firstWord = line.raw.search(/[\p{L}\p{N}]/u);
    return [...line.raw.matchAll(/[ \u00a0\u202f]+/g)].flatMap(({ index, 0: spaces }) => {
      const start = line.start + index;
      const end = start + spaces.length;
      if (spaces.length < 2 || spaces.length > 3 || index < firstWord || end === line.end)
        return [];
      if (reading.isProtected(start) || /\s/.test(line.raw[index - 1] ?? '')) return [];
      const special = /[^ ]/.exec(spaces)?.[0];
      return [{ code: 'double-space', start, end, suggestion: special ?? ' ' } as const];
    });
  });
}
