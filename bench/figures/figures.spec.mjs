import { describe, expect, it } from '@jest/globals';
import { median } from './median.mjs';
import { middleRound } from './middle-round.mjs';
import { percentile } from './percentile.mjs';
import { ratiosOf } from './ratios.mjs';

describe('a percentile', () => {
  const hundred = Float64Array.from({ length: 100 }, (_, index) => index + 1);

  it('is the smallest sample that so many do not exceed', () => {
    expect([0.5, 0.99, 1, 0].map((share) => percentile(hundred, share))).toEqual([50, 99, 100, 1]);
  });

  it('of one sample is that sample, of none is not a number', () => {
    expect(percentile(Float64Array.of(7), 0.99)).toBe(7);
    expect(percentile(new Float64Array(0), 0.5)).toBeNaN();
  });
});

describe('a median', () => {
  it('is the middle, whatever the order', () => expect(median([9, 1, 5])).toBe(5));
  it('of an even number lies between the two in the middle', () =>
    expect(median([4, 1, 3, 2])).toBe(2.5));
  it('of nothing is not a number', () => expect(median([])).toBeNaN());
});

it('takes the middle of every figure by itself, also of those in groups', () => {
  const rounds = [
    { rate: 1, cpuSeconds: { client: 9 } },
    { rate: 3, cpuSeconds: { client: 7 } },
    { rate: 2, cpuSeconds: { client: 8 } },
  ];
  expect(middleRound(rounds)).toEqual({ rate: 2, cpuSeconds: { client: 8 } });
});

describe('a ratio', () => {
  const rounds = new Map([
    ['ours', [{ rate: 20 }, { rate: 90 }, { rate: 33 }]],
    ['peer', [{ rate: 10 }, { rate: 10 }, { rate: 11 }]],
  ]);
  const goal = { name: 'times', of: 'ours', to: 'peer', figure: /** @type {const} */ ('rate') };

  it('is the median of the ratios of each round', () => {
    expect(ratiosOf([{ ...goal, atLeast: 3 }], rounds)).toEqual({
      times: { value: 3, goal: 3, bound: 'at least', met: true },
    });
  });

  it('misses a goal from either side', () => {
    const [least, most] = [{ atLeast: 3.1 }, { atMost: 2.9 }].map(
      (bound) => ratiosOf([{ ...goal, ...bound }], rounds).times,
    );
    expect([least?.met, most?.met]).toEqual([false, false]);
  });

  it('without another case is the figure itself', () => {
    const drained = new Map([['ours', [{ drainShare: 0.2 }, { drainShare: 0.05 }]]]);
    const drain = { name: 'drain', of: 'ours', figure: /** @type {const} */ ('drainShare') };
    expect(ratiosOf([{ ...drain, atMost: 0.1 }], drained).drain).toMatchObject({
      value: 0.125,
      met: false,
    });
  });

  it('is not made up for cases that did not run', () => {
    expect(ratiosOf([{ ...goal, to: 'naive', atLeast: 3 }], rounds)).toEqual({});
  });
});
