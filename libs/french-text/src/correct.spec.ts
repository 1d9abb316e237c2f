import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { correct } from './correct.js';
import { CASES } from './typography-cases.sample.js';

const shown = (text: string) => text.replaceAll('~', '\u00a0').replaceAll('^', '\u202f');

describe('correct', () => {
  it('sets right what is certain, and says what it did on which line', () => {
    const { text, corrections } = correct("Objet: l' Etat\nJ’aime  le le l'été, n'est-ce pas ?");
    expect(text).toBe(shown('Objet~: l’État\nJ’aime le l’été, n’est-ce pas^?'));
    expect(corrections.map(({ code, line }) => `${line} ${code}`).sort()).toEqual([
      '1 missing-accent',
      '1 missing-space-before-punctuation',
      '1 mixed-apostrophes',
      '1 space-after-apostrophe',
      '2 double-space',
      '2 mixed-apostrophes',
      '2 mixed-apostrophes',
      '2 plain-space-before-punctuation',
      '2 repeated-word',
    ]);
    expect(corrections).toContainEqual({
      code: 'missing-accent',
      line: 1,
      before: 'Etat',
      after: 'État',
    });
  });

  it('sets right what stands inside what was set right', () => {
    expect(correct('Il dit "Quoi ?" puis rien').text).toBe(shown('Il dit «~Quoi^?~» puis rien'));
  });

  it('sets the spaces around commas and full stops, and leaves straight apostrophes where all are', () => {
    const { text, corrections } = correct("mon age j'apprend vite .Oui,non");
    expect(text).toBe("mon age j'apprend vite. Oui, non");
    expect(corrections.map(({ code }) => code)).toEqual([
      'space-before-comma',
      'missing-space-after-punctuation',
    ]);
  });

  it.each(Object.values(CASES).flatMap(({ found }) => found.map(([text]) => shown(text))))(
    'has nothing more to correct in “%s” after once',
    (text) => expect(correct(correct(text).text).corrections).toEqual([]),
  );

  it('touches nothing outside its passage', () => {
    const text = 'Quoi ? Quoi ? Quoi ?';
    const { text: corrected, corrections } = correct(text, { start: 7, end: 13 });
    expect(corrected).toBe(shown('Quoi ? Quoi^? Quoi ?'));
    expect(corrections).toHaveLength(1);
  });

  it('leaves to a person what a person must judge', () => {
    for (const text of ['C’est fini. on verra.', 'le 31/02/2026', '[votre nom]'])
      expect(correct(text)).toEqual({ text, corrections: [] });
  });

  it.each(Object.entries(CASES))('leaves alone what is right about %s', (_code, { left }) => {
    for (const text of left.map(shown)) {
      const own = correct(text).corrections.filter(({ code }) => code === _code);
      expect(own).toEqual([]);
    }
  });

  const pieces = [
    'l’',
    "l'",
    ' ',
    '  ',
    '!',
    ':',
    '«',
    '»',
    '"',
    '...',
    'le',
    'Etat',
    '\n',
    'a',
    ',',
  ];

  it('loses no word and no line, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        const once = correct(text).text;
        expect(once.split('\n')).toHaveLength(text.split('\n').length);
        const words = (of: string) =>
          new Set(
            of
              .normalize('NFD')
              .replace(/\p{M}/gu, '')
              .match(/[a-z]+/gi),
          );
        expect(words(once)).toEqual(words(text));
      }),
    );
  });
});
