import { describe, expect, it } from '@jest/globals';
import type { Mark } from './finding.js';
import { limitMarks } from './limit-marks.js';
import { readText } from './reading.js';
import { toFindings } from './report.js';

const many = (code: string, count: number): Mark<string>[] =>
  Array.from({ length: count }, (_, index) => ({ code, start: index, end: index + 1 }));

describe('the number of findings', () => {
  it('is left as it is up to 200 of a code', () => {
    expect(limitMarks(many('a', 200)).every(({ hidden }) => hidden === 0)).toBe(true);
  });

  it('is cut at 200 of a code, then one finding says how many are not shown', () => {
    const limited = limitMarks([...many('a', 1_234), ...many('b', 3)]);
    expect(limited.filter(({ mark }) => mark.code === 'a')).toHaveLength(201);
    expect(limited.filter(({ mark }) => mark.code === 'b')).toHaveLength(3);
    expect(limited.filter(({ hidden }) => hidden > 0)).toEqual([
      { mark: { code: 'a', start: 200, end: 201 }, hidden: 1_034 },
    ]);
  });

  it('stays below 1,100 however many codes abound', () => {
    const marks = Array.from({ length: 60 }, (_, index) => many(`code-${index}`, 5_000)).flat();
    expect(limitMarks(marks).length).toBeLessThan(1_100);
  });

  it('is told in the words of the rule, at the first place not shown', () => {
    const rulebook = { a: { severity: 'advice' as const, fr: 'Trop.', en: 'Too much.' } };
    const findings = toFindings(readText('x'.repeat(300)), many('a', 202) as Mark<'a'>[], rulebook);
    expect(findings.at(-1)).toEqual({
      code: 'more-of-the-same',
      severity: 'advice',
      start: 200,
      end: 200,
      line: 1,
      column: 201,
      excerpt: '',
      message: {
        fr: 'Même remarque à 2 autres endroits à partir d’ici. Trop.',
        en: 'The same goes for 2 more places from here on. Too much.',
      },
    });
  });

  it('does not lengthen what is quoted beyond 300 units, nor cut a pair', () => {
    const rulebook = { a: { severity: 'advice' as const, fr: 'Long.', en: 'Long.' } };
    const text = `x${'😀'.repeat(400)}`;
    const [finding] = toFindings(readText(text), [{ code: 'a', start: 0, end: 801 }], rulebook);
    expect(finding?.excerpt).toBe(text.slice(0, 299));
    expect(finding?.end).toBe(299);
  });
});
