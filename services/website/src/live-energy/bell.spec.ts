import { describe, expect, it } from '@jest/globals';
import { Bell } from './bell.js';

const longMs = 60_000;

describe('a bell', () => {
  it('wakes whoever waits', async () => {
    const bell = new Bell();
    const waiting = bell.wait(longMs);
    bell.ring();
    expect(await waiting).toBe(true);
  });

  it('keeps rings that nobody waited for, as one', async () => {
    const bell = new Bell();
    for (let n = 0; n < 3; n++) bell.ring();
    expect(await bell.wait(longMs)).toBe(true);
    expect(await bell.wait(1)).toBe(false);
  });
});
