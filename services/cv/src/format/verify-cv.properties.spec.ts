import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GOOD_CV } from './good-cv.sample.js';
import { CV_FINDING_CODES, verifyCv } from './verify-cv.js';

const PIECES = ['Expériences\n', 'FORMATION\n', 'Langues : anglais, B2', '2019 - 2018', 'mars 2020 – mai 2022', 'depuis 2021', '• ', '- ', '\n', '\n\n', '\r', 'mot '.repeat(40), 'née le 3 mai 1990', '1 94 03 75 116 005 42', 'marié', '😀', '\ude00', 'e\u0301', '\u00a0', 'a@b.fr', '06 12 34 56', 'photo']; // prettier-ignore

const cutCv = fc
  .tuple(fc.nat(GOOD_CV.length), fc.nat(GOOD_CV.length), fc.string({ unit: 'binary' }))
  .map(([from, to, between]) => GOOD_CV.slice(0, from) + between + GOOD_CV.slice(to));

const anyText = fc.oneof(
  cutCv,
  fc.array(fc.constantFrom(...PIECES)).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary' }),
  fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
);

describe('the report on any text, lone surrogates included', () => {
  it('quotes the text at each place, in order, with words in both languages', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { findings } = verifyCv(text);
        const keys = findings.map(({ start, code }) => `${String(start).padStart(9, '0')} ${code}`);
        expect(keys).toEqual(keys.toSorted());
        for (const { code, start, end, excerpt, message } of findings) {
          expect(CV_FINDING_CODES).toContain(code);
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
    fc.assert(fc.property(anyText, (text) => expect(verifyCv(text)).toEqual(verifyCv(text))));
  });

  it('splits no surrogate pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cv = `Expériences\n• ${`${text} mot `.repeat(40)}\n${text}\n2019 - 2018 ${text}`;
        for (const { excerpt } of verifyCv(cv).findings) {
          expect(() => encodeURIComponent(excerpt)).not.toThrow();
        }
      }),
    );
  });

  it.each([
    ' ',
    '!',
    'a',
    '\n',
    '«',
    '• a\n',
    '2019 - 2018\n',
    'anglais ',
    '!«a»; b , "c" d...  e:\n',
  ])('stays bounded for 100 kB of “%s”', (unit) => {
    const text = `Expériences\n${unit.repeat(100_000 / unit.length)}`;
    const { findings } = verifyCv(text);
    expect(findings.length).toBeLessThan(1_100);
    expect(JSON.stringify(findings).length).toBeLessThan(600_000);
  });
});
