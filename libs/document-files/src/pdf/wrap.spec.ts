import { describe, expect, it } from '@jest/globals';
import { wrap } from './wrap.js';

const signs = (text: string) => [...text].length;

describe('a line that is too long', () => {
  it('is broken at plain spaces only: no-break spaces and hyphens hold', () => {
    expect(wrap('Dix-huit mois\u00a0: «\u00a0oui\u00a0» !', 12, signs)).toEqual([
      'Dix-huit ',
      'mois\u00a0: ',
      '«\u00a0oui\u00a0» !',
    ]);
  });

  it('keeps the spaces that it begins with, and those between words', () => {
    expect(wrap('  a  b', 10, signs)).toEqual(['  a  b']);
    expect(wrap('', 10, signs)).toEqual(['']);
  });

  it('is cut where it has no space, between signs and not within one', () => {
    expect(wrap('a 😀😀😀😀😀 b', 3, signs)).toEqual(['a ', '😀😀😀', '😀😀 ', 'b']);
    expect(wrap('x'.repeat(5_000), 90, signs).map(signs)).toEqual([
      ...Array<number>(55).fill(90),
      50,
    ]);
  });

  it('ends where signs have no width, too', () => {
    expect(wrap('\u0301'.repeat(1_000), 90, () => 0).map(signs)).toEqual([400, 400, 200]);
  });
});
