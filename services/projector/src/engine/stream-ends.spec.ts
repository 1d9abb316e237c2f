import { describe, expect, it } from '@jest/globals';
import { StreamEnds } from './stream-ends.js';

describe('how long a read model has been behind', () => {
  const ends = new StreamEnds();
  ends.add(10, 1_000);
  ends.add(20, 3_000);
  ends.add(20, 5_000);
  ends.add(30, 7_000);

  it('is nothing at the end of the stream', () => {
    expect(ends.secondsBehind(30, 9_000)).toBe(0);
  });

  it('counts from when the stream was first seen beyond it', () => {
    expect(ends.secondsBehind(25, 9_000)).toBe(2);
    expect(ends.secondsBehind(19, 9_000)).toBe(6);
    expect(ends.secondsBehind(3, 9_000)).toBe(8);
  });

  it('is told also when what is over was forgotten', () => {
    ends.forgetUpTo(19);
    expect(ends.secondsBehind(19, 9_000)).toBe(6);
    ends.forgetUpTo(30);
    ends.add(30, 11_000);
    ends.add(40, 13_000);
    expect(ends.secondsBehind(30, 14_000)).toBe(1);
  });
});
