import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const page = readFileSync('docs/promises.md', 'utf8');
const [promised, notPromised] = page.split('## Not promised');
const links = [...promised!.matchAll(/\[([^\]]+)\]\((\.\.\/test\/[^)]+)\)/g)];
const lines = promised!.split('\n').filter((line) => /^\| (?!when|-)/.test(line));

describe('docs/promises.md', () => {
  it('names a test for every line', () => {
    expect(lines.length).toBeGreaterThan(25);
    expect(lines.filter((line) => !line.includes('](../test/'))).toEqual([]);
  });

  it.each(links.map(([, title, path]) => [title!, posix.join('docs', path!)]))(
    'is proven by a test that there is: %s',
    (title, path) => {
      const text = readFileSync(path, 'utf8').replaceAll('\\n', ' ');
      expect(text.includes(title)).toBe(true);
    },
  );

  it('says what is not promised', () => {
    expect(notPromised).toContain('power cut');
  });
});
