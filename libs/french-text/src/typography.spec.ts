import { describe, expect, it } from '@jest/globals';
import { readText } from './reading.js';
import { TYPOGRAPHY_RULEBOOK } from './typography-rulebook.js';
import { type Case, CASES } from './typography-cases.sample.js';
import { typography, type TypographyCode } from './typography.js';

const spaced = (text: string) => text.replaceAll('~', '\u00a0').replaceAll('^', '\u202f');

function marksOf(code: TypographyCode, text: string) {
  return typography(readText(text)).filter((mark) => mark.code === code);
}

describe.each(Object.entries(CASES) as [TypographyCode, Case][])('%s', (code, { found, left }) => {
  const pointed = found.map(([text, excerpt, suggestion]) => ({ text, excerpt, suggestion }));

  it.each(pointed)('points in “$text” at “$excerpt”', ({ text, excerpt, suggestion }) => {
    const given = spaced(text);
    const [mark, ...others] = marksOf(code, given);
    expect(others).toEqual([]);
    expect(given.slice(mark?.start, mark?.end)).toBe(spaced(excerpt));
    expect(mark?.suggestion).toBe(suggestion === undefined ? undefined : spaced(suggestion));
  });

  it.each(left)('leaves “%s” alone', (text) => {
    expect(marksOf(code, spaced(text))).toEqual([]);
  });
});

describe('the sentences of the typographic rules', () => {
  it.each(Object.entries(TYPOGRAPHY_RULEBOOK))('keep the rules themselves: %s', (_, { fr }) => {
    const facts = { count: 2, found: 'x', expected: 'jeudi' };
    expect(typography(readText(typeof fr === 'string' ? fr : fr(facts)))).toEqual([]);
  });
});
