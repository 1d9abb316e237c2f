import { describe, expect, it } from '@jest/globals';
import { printable } from './printable.js';

describe('a printable text', () => {
  it('has one kind of line break, and spaces for tabs', () => {
    expect(printable('a\r\nb\rc\u000bd\fe\u0085f\u2028g\u2029h\ti')).toBe(
      'a\nb\nc\nd\ne\nf\ng\nh    i',
    );
  });

  it('has nothing that XML refuses', () => {
    expect(printable('a\u0000\u0001\u001f\u007f\ud800\ufffe\uffffb')).toBe('ab');
  });

  it('keeps all that French is set with, and signs outside the first plane', () => {
    const text = '«\u00a0Œuvre\u00a0: déjà l’été\u202f!\u00a0» – 1\u202f200\u00a0€ 😀';
    expect(printable(text)).toBe(text);
  });
});
