import { describe, expect, it } from '@jest/globals';
import { amountOf } from './amount-of.js';

describe('the amount of a line of history', () => {
  it('has a sign where points came or went, and none where they were set aside', () => {
    const shown = [
      amountOf({ kind: 'hold', amount: 0, held_change: 50 }, 'en'),
      amountOf({ kind: 'capture', amount: -20, held_change: -50 }, 'en'),
      amountOf({ kind: 'release', amount: 0, held_change: -50 }, 'en'),
      amountOf({ kind: 'hold-expiry', amount: 0, held_change: -50 }, 'en'),
      amountOf({ kind: 'grant', amount: 1, held_change: 0 }, 'en'),
    ];
    expect(shown).toEqual(['50 points', '−20 points', '50 points', '50 points', '+1 point']);
  });

  it('is nothing for work that was captured for nothing', () => {
    expect(amountOf({ kind: 'capture', amount: 0, held_change: -50 }, 'en')).toBe('0 points');
  });
});
