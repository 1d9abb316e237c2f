import { describe, expect, it } from '@jest/globals';
import { covers } from './covers.js';

describe('a subject pattern covers', () => {
  it.each([
    ['a.b', 'a.b'],
    ['a.*', 'a.b'],
    ['a.*', 'a.*'],
    ['a.>', 'a.b'],
    ['a.>', 'a.b.c'],
    ['a.>', 'a.>'],
    ['a.>', 'a.*.>'],
    ['>', 'a'],
    ['*.b', '*.b'],
  ])('%s all of %s', (wide, narrow) => {
    expect(covers(wide, narrow)).toBe(true);
  });

  it.each([
    ['a.b', 'a.c'],
    ['a.b', 'a.*'],
    ['a.*', 'a.>'],
    ['a.*', 'a.b.c'],
    ['a.*', 'a'],
    ['a.>', 'a'],
    ['a.b', 'a.b.c'],
    ['a.b.c', 'a.b'],
    ['*', '>'],
  ])('%s not all of %s', (wide, narrow) => {
    expect(covers(wide, narrow)).toBe(false);
  });
});
