import { describe, expect, it } from '@jest/globals';
import { KeptParts } from './kept-parts.js';

const kilobytes = (count: number) => new Uint8Array(count * 1024);

describe('the parts of a work', () => {
  it('are numbered from 1', () => {
    const kept = new KeptParts();
    expect(kept.last).toBe(0);
    const [one, two] = [kilobytes(1), kilobytes(1)];
    kept.add(one);
    kept.add(two);
    expect([kept.get(1), kept.get(2), kept.get(3), kept.last]).toEqual([one, two, undefined, 2]);
    expect(kept.get(1)).toBe(one);
  });

  it('are kept, however many a reader has, until they are too many', () => {
    const kept = new KeptParts();
    for (let n = 1; n <= 7; n++) kept.add(kilobytes(64));
    kept.taken(7);
    expect(kept.wasLetGo(1)).toBe(false);
    kept.add(kilobytes(64));
    expect([1, 2].map((number) => kept.wasLetGo(number))).toEqual([true, false]);
    expect(kept.last).toBe(8);
    expect(kept.get(8)).toBeDefined();
    expect(kept.get(1)).toBeUndefined();
  });

  it('are never let go before a reader has them: the buffer is full instead', () => {
    const kept = new KeptParts();
    for (let n = 1; n <= 8; n++) kept.add(kilobytes(64));
    expect(kept.full).toBe(true);
    expect(kept.wasLetGo(1)).toBe(false);
    kept.taken(1);
    expect(kept.full).toBe(false);
    expect([1, 2].map((number) => kept.wasLetGo(number))).toEqual([true, false]);
  });

  it('are at most 4,096, however small', () => {
    const kept = new KeptParts();
    for (let n = 1; n <= 4_096; n++) kept.add(new Uint8Array(1));
    expect(kept.full).toBe(true);
  });
});
