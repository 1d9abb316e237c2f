import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { splitByFindings } from './split-by-findings.js';

const places = fc.array(
  fc
    .tuple(fc.nat(60), fc.nat(60))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })),
  { maxLength: 12 },
);
const sixty = fc.string({ minLength: 60, maxLength: 60 });

describe('a text cut by its findings', () => {
  it('is one piece without findings', () => {
    expect(splitByFindings('Bonjour', [])).toEqual([{ text: 'Bonjour', findings: [] }]);
    expect(splitByFindings('', [])).toEqual([]);
  });

  it('shows what lies over what', () => {
    const findings = [
      { start: 3, end: 6 },
      { start: 0, end: 4 },
      { start: 2, end: 2 },
    ];
    expect(splitByFindings('abcdefg', findings)).toEqual([
      { text: 'abc', findings: [1] },
      { text: 'd', findings: [1, 0] },
      { text: 'ef', findings: [0] },
      { text: 'g', findings: [] },
    ]);
  });

  it('is the same text again, and each finding is marked from its start to its end', () => {
    fc.assert(
      fc.property(sixty, places, (text, findings) => {
        const pieces = splitByFindings(text, findings);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        findings.forEach(({ start, end }, index) => {
          const marked = pieces.filter((piece) => piece.findings.includes(index));
          expect(marked.map((piece) => piece.text).join('')).toBe(text.slice(start, end));
        });
      }),
    );
  });
});
