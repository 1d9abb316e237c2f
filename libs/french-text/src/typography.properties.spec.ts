import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readText } from './reading.js';
import { toFindings } from './report.js';
import { TYPOGRAPHY_RULEBOOK } from './typography-rulebook.js';
import { typography } from './typography.js';

const PIECES = ['l’', "l'", ' ', '  ', '!', ':', '«', '»', '"', '...', '. a', 'le le', '1 mars'].concat([
  '\n', '\r\n', '\r', 'e\u0301', 'É', '😀', '\ud83d', '\ude00', '[nom]', 'http://a.fr', '`', 'Ecole', '31/02/2026',
  ' ,', 'A l’', 'ß', 'İ', 'œ', '\u00a0', '\t',
]); // prettier-ignore

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.constantFrom(...PIECES)).map((pieces) => pieces.join('')),
  fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
);

const findingsOf = (text: string) => {
  const reading = readText(text);
  return toFindings(reading, typography(reading), TYPOGRAPHY_RULEBOOK);
};

describe('the typographic findings of any text, lone surrogates included', () => {
  it('quote the text at their place, on the right line and column', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const finding of findingsOf(text)) {
          const { start, end, excerpt, line, column } = finding;
          expect(text.slice(start, end)).toBe(excerpt);
          const above = text.slice(0, start).split(/\r\n|\n|\r/);
          expect({ line, column }).toEqual({
            line: above.length,
            column: (above.at(-1)?.length ?? 0) + 1,
          });
        }
      }),
    );
  });

  it('never split a surrogate pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { excerpt, suggestion = '' } of findingsOf(text)) {
          expect(() => encodeURIComponent(excerpt + suggestion)).not.toThrow();
        }
      }),
    );
  });

  it('are sorted by start then code, and are the same each time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const findings = findingsOf(text);
        const keys = findings.map(({ start, code }) => `${String(start).padStart(9, '0')} ${code}`);
        expect(keys).toEqual(keys.toSorted());
        expect(findingsOf(text)).toEqual(findings);
      }),
    );
  });

  it('stay where they are when lines are added below', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, added) => {
        const longer = typography(readText(`${text}\n${added}`));
        for (const mark of typography(readText(text))) expect(longer).toContainEqual(mark);
      }),
    );
  });
});
