import { describe, expect, it } from '@jest/globals';
import { instantOf } from './plain-types.js';

describe('instantOf', () => {
  it.each([
    ['2026-11-22 12:00:00+00', '2026-11-22T12:00:00.000Z'],
    ['2026-11-22 12:00:00.5+00', '2026-11-22T12:00:00.500Z'],
    ['2026-11-22 12:00:00.123456+00', '2026-11-22T12:00:00.123Z'],
  ])('reads %s as %s', (text, instant) => {
    expect(instantOf(text)).toBe(instant);
  });
});
