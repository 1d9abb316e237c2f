import { describe, expect, it } from '@jest/globals';
import { randomHex } from './random-hex.js';

describe('random hexadecimal', () => {
  it('has two digits a byte', () => {
    expect(randomHex(8)).toMatch(/^[0-9a-f]{16}$/);
    expect(randomHex(16)).toMatch(/^[0-9a-f]{32}$/);
  });

  it('is never given twice, also when what was drawn runs out', () => {
    const drawn = new Set(Array.from({ length: 2_000 }, () => randomHex(8)));
    expect(drawn.size).toBe(2_000);
  });
});
