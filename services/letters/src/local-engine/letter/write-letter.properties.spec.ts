import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { verifyLetter } from '../../format/verify-letter.js';
import { OFFER, PROFILE } from './profile.sample.js';
import { TONES } from './request.js';
import { writeLetter } from './write-letter.js';

const LINES = PROFILE.split('\n').filter((line) => line !== '');
const mixed = fc
  .tuple(fc.shuffledSubarray(LINES, { minLength: 6 }), fc.string({ unit: 'binary', maxLength: 30 }))
  .map(([lines, noise]) => [...lines, noise].join('\n'));

describe('a letter from lines in any order, with anything between', () => {
  it('holds to conventions and bounds, and claims only words given, or is refused', () => {
    fc.assert(
      fc.property(
        mixed,
        fc.constantFrom(...TONES),
        fc.integer({ min: 0, max: 900 }),
        (profile, tone, words) => {
          const letter = writeLetter({ profile, offer: OFFER, tone, words });
          if ('refused' in letter) return;
          const { findings } = verifyLetter(letter.text);
          expect(findings.filter(({ code }) => !code.startsWith('missing-'))).toEqual([]);
          expect([letter.words >= 200, letter.words <= 500]).toEqual([true, true]);
          const source = `${profile}\n${OFFER}`;
          for (const { excerpts } of letter.claims) {
            for (const excerpt of excerpts) expect(source).toContain(excerpt);
          }
        },
      ),
      { numRuns: 60, seed: 7 },
    );
  });
});
