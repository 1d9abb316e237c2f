import { describe, expect, it } from '@jest/globals';
import { readText, typography } from '#libs/french-text';
import { filesUnder } from './rules/tree.js';

const folder = 'services/website/web';
const wordFiles = filesUnder(folder).filter(
  (path) => path.endsWith('words.ts') && path !== `${folder}/language/problem-words.ts`,
);

/** Every sentence below a value, with its name. */
function sentencesIn(value: unknown, name: string): [name: string, text: string][] {
  if (typeof value === 'string') return [[name, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => sentencesIn(inner, `${name}.${key}`));
}

async function wordsOf(path: string): Promise<{ fr: unknown; en: unknown }> {
  const module = (await import(`../../${path}`)) as Record<string, { fr: unknown; en: unknown }>;
  const [words] = Object.values(module);
  return words!;
}

describe('the page speaks', () => {
  it.each(wordFiles)('French by the rules that letters are checked by: %s', async (path) => {
    const sentences = sentencesIn((await wordsOf(path)).fr, 'fr');
    expect(sentences.length).toBeGreaterThan(3);
    for (const [name, text] of sentences) {
      const marks = typography(readText(text)).map(({ code }) => code);
      expect([name, marks]).toEqual([name, []]);
    }
  });

  it.each(wordFiles)('English wherever it speaks French: %s', async (path) => {
    const { fr, en } = await wordsOf(path);
    const names = (value: unknown) => sentencesIn(value, 'words').map(([name]) => name);
    expect(names(en)).toEqual(names(fr));
    for (const [name, text] of sentencesIn(en, 'en')) {
      expect([name, /[àâçéèêëîïôûùœ«»\u00A0\u202F]/i.test(text)]).toEqual([name, false]);
    }
  });
});
