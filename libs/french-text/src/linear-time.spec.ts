import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const FOLDERS = ['.', '../../../services/letters/src/format', '../../../services/cv/src/format'];

const sources = FOLDERS.flatMap((folder) => {
  const url = new URL(`${folder}/`, import.meta.url);
  return readdirSync(url)
    .filter((name) => name.endsWith('.ts') && !/\.(spec|sample)\.ts$/.test(name))
    .map((name) => ({ name, text: readFileSync(new URL(name, url), 'utf8') }));
});

const LITERAL =
  /(?<=[\s([,=:])\/(?![*/ ])((?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\n\\[])+)\/[dgimsuvy]*(?=[\s,;.)\]])/g;
const STRING = /'((?:\\.|[^'\\\n])*)'|`((?:\\.|[^`\\])*)`/g;

/** Pieces of regular expressions: literals, and the strings that are put together to make one. */
function patternsOf(source: string): string[] {
  const code = source.replace(/^ *(?:\/\*\*|\*|\/\/).*$/gm, '');
  const literals = [...code.matchAll(LITERAL)].map(([, pattern = '']) => pattern);
  const strings = [...code.replace(LITERAL, '').matchAll(STRING)]
    .map(([, plain, template]) => (plain ?? template ?? '').replace(/\$\{[^}]*\}/g, 'x'))
    .filter((text) => text.includes('(?'))
    .map((text) => text.replaceAll('\\\\', '\\'));
  return [...literals, ...strings];
}

/** Unbounded repetition is linear only as the whole expression, one character or class repeated. */
function isBounded(pattern: string): boolean {
  const bare = pattern.replace(/\\[pP]\{[^}]*\}|\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  return bare === 'x+' || !/[*+]|\{\d+,\}/.test(bare);
}

describe('the time a text takes', () => {
  it('can see an unbounded repetition', () => {
    const code = "const A = /a[/]+b/g;\nconst B = `(?:x${A})\\\\d*`;\ncall(/c/, 'a/b/c');";
    expect(patternsOf(code)).toEqual(['a[/]+b', 'c', '(?:xx)\\d*']);
    expect(['\\s+$', '[a]+b', '(?:a|b)*', 'a{2,}'].map(isBounded)).not.toContain(true);
    expect(['\\s+', '[+*]+', '\\+?[*]{1,9}'].map(isBounded)).not.toContain(false);
  });

  it('grows with its length: no pattern repeats without bound', () => {
    const patterns = sources.flatMap(({ text }) => patternsOf(text));
    expect(patterns.length).toBeGreaterThan(60);
    expect(patterns.filter((pattern) => !isBounded(pattern))).toEqual([]);
  });

  it('needs no clock, chance, state or waiting', () => {
    const impure =
      /\bnew Date\b|\bDate\.now\b|Math\.random|\bthis\.|\basync\b|\bawait\b|from 'node:/;
    expect(sources.filter(({ text }) => impure.test(text)).map(({ name }) => name)).toEqual([]);
  });
});
