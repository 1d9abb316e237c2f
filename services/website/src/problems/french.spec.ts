import { describe, expect, it } from '@jest/globals';
import { counted, fr, listed } from './french.js';

describe('French', () => {
  it('has U+202F before ; ! ? and U+00A0 before : and inside « »', () => {
    expect(fr`Vraiment ? Oui ! Voici : un ; deux « trois »`).toBe(
      'Vraiment\u202F? Oui\u202F! Voici\u00A0: un\u202F; deux «\u00A0trois\u00A0»',
    );
  });

  it('leaves what is filled in as it came', () => {
    expect(fr`Action « ${'a : b ?'} »`).toBe('Action «\u00A0a : b ?\u00A0»');
  });

  it('counts in French: zero and one are singular, thousands are grouped', () => {
    expect([0, 1, 2, 1_048_576].map((n) => counted(n, 'octet'))).toEqual([
      '0\u00A0octet',
      '1\u00A0octet',
      '2\u00A0octets',
      '1\u202F048\u202F576\u00A0octets',
    ]);
  });

  it('lists with a last « et »', () => {
    expect([listed([]), listed(['a']), listed(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b et c']);
  });
});
