import type { Mark } from './finding.js';
import type { Reading } from './reading.js';

/** « and » want a no-break space on their inner side. */
export function spaceInGuillemets(
  reading: Reading,
): Mark<'missing-space-in-guillemets' | 'plain-space-in-guillemets'>[] {
  return reading.filled.flatMap((line) =>
    [...line.raw.matchAll(/[«»]/g)].flatMap(({ index, 0: sign }) => {
      const opens = sign === '«';
      const inner = line.raw[opens ? index + 1 : index - 1];
      const place = line.start + index;
      if (inner === undefined || reading.isProtected(place)) return [];
      if (inner !== ' ' && /\s/.test(inner)) return [];
      const plain = inner === ' ';
      // Only the sign when its neighbour may be half of a pair.
      const start = plain && !opens ? place - 1 : place;
      const end = plain && opens ? place + 2 : place + 1;
      const suggestion = opens ? '«\u00a0' : '\u00a0»';
      const code = plain ? 'plain-space-in-guillemets' : 'missing-space-in-guillemets';
      return [{ code, start, end, suggestion } as const];
    }),
  );
}
