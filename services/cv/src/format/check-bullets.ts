import { countWords, excerptEnd, type Mark } from '#libs/french-text';
import { bulletOf } from './bullets.js';
import type { CvParts } from './cv-parts.js';

const MOST_WORDS = 35;

/** One marker for bullets of the same indent, and bullets of 35 words at most. */
export function checkBullets({
  reading,
  sections,
}: CvParts): Mark<'mixed-bullets' | 'long-bullet'>[] {
  const headings = new Set(sections.map(({ heading }) => heading));
  const bullets = reading.filled.flatMap((line) => {
    const bullet = headings.has(line) ? undefined : bulletOf(line);
    return bullet ? [bullet] : [];
  });
  const markers = new Map<number, string>();
  const other = bullets.find(({ indent, marker }) => {
    if (!markers.has(indent)) markers.set(indent, marker);
    return markers.get(indent) !== marker;
  });
  const mixed = other && { start: other.start, end: other.start + other.marker.length };
  const long = bullets.flatMap(({ line, start }) => {
    const count = countWords(line.raw);
    if (count <= MOST_WORDS) return [];
    const end = excerptEnd(reading.text, start, line.end);
    return [{ code: 'long-bullet', start, end, facts: { count } } as const];
  });
  if (!mixed || !other) return long;
  const expected = markers.get(other.indent) ?? '•';
  return [{ code: 'mixed-bullets', ...mixed, suggestion: expected, facts: { expected } }, ...long];
}
