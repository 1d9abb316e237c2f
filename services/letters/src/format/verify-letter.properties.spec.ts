import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GOOD_LETTER } from './good-letter.sample.js';
import { LETTER_FINDING_CODES, verifyLetter } from './verify-letter.js';

const PIECES = ['Madame, Monsieur,', 'Bonjour', 'Objet : x', 'Lyon, le 1 Mars 2026', '69003 Lyon', 'Je ', 'tu ', 'vous ', '. ', '\n', '\n\n', '\r\n', 'Cordialement', 'agréer, Madame, mes salutations', 'UN CRI '.repeat(10), 'mot '.repeat(130), '[nom]', '😀', '\ud83d', 'e\u0301', '\u00a0', 'a@b.fr', '06 12 34 56']; // prettier-ignore

const cutLetter = fc
  .tuple(fc.nat(GOOD_LETTER.length), fc.nat(GOOD_LETTER.length), fc.string({ unit: 'binary' }))
  .map(([from, to, between]) => GOOD_LETTER.slice(0, from) + between + GOOD_LETTER.slice(to));

const anyText = fc.oneof(
  cutLetter,
  fc.array(fc.constantFrom(...PIECES)).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary' }),
  fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
);

describe('the report on any text, lone surrogates included', () => {
  it('quotes the text at each place, in order, with words in both languages', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { findings } = verifyLetter(text);
        const keys = findings.map(({ start, code }) => `${String(start).padStart(9, '0')} ${code}`);
        expect(keys).toEqual(keys.toSorted());
        for (const { code, start, end, excerpt, message } of findings) {
          expect(LETTER_FINDING_CODES).toContain(code);
          expect(text.slice(start, end)).toBe(excerpt);
          expect([start <= end, excerpt.length <= 300, end <= text.length]).toEqual([
            true,
            true,
            true,
          ]);
          expect(message.fr.length * message.en.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('is the same each time', () => {
    fc.assert(
      fc.property(anyText, (text) => expect(verifyLetter(text)).toEqual(verifyLetter(text))),
    );
  });

  it('splits no surrogate pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const letter = `Madame,\n${text.repeat(30)}\nVeuillez agréer ${text} mes salutations`;
        expect(() => encodeURIComponent(JSON.stringify(verifyLetter(letter)))).not.toThrow();
        for (const { excerpt } of verifyLetter(letter).findings) {
          expect(() => encodeURIComponent(excerpt)).not.toThrow();
        }
      }),
    );
  });

  it.each([' ', '!', 'a', '\n', '«', 'je ', '. a', 'Madame, ', '!«a»; b , "c" d...  e:\n'])(
    'stays bounded for 100 kB of “%s”',
    (unit) => {
      const { findings } = verifyLetter(unit.repeat(100_000 / unit.length));
      expect(findings.length).toBeLessThan(1_100);
      expect(JSON.stringify(findings).length).toBeLessThan(600_000);
    },
  );
});
