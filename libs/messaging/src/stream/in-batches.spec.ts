import { describe, expect, it } from '@jest/globals';
import { inBatches } from './in-batches.js';

async function* numbers(
  count: number,
  told: { taken: number } = { taken: 0 },
): AsyncGenerator<number> {
  for (let n = 1; n <= count; n++) {
    told.taken = n;
    yield n;
  }
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('inBatches', () => {
  it('yields everything once and in order, in batches that are neither empty nor too large', async () => {
    const all: number[] = [];
    for await (const batch of inBatches(numbers(1_003), 10)) {
      expect(batch.length).toBeGreaterThan(0);
      expect(batch.length).toBeLessThanOrEqual(10);
      all.push(...batch);
      if (all.length % 3 === 0) await turn();
    }
    expect(all).toEqual(Array.from({ length: 1_003 }, (_, i) => i + 1));
  });

  it('does not hold back what has arrived', async () => {
    async function* oneAndThenNothing(): AsyncGenerator<string> {
      yield 'first';
      await new Promise(() => undefined);
    }
    const batches = inBatches(oneAndThenNothing(), 500);
    expect(await batches.next()).toEqual({ done: false, value: ['first'] });
  });

  it('gathers what arrives while the reader is busy', async () => {
    const batches = inBatches(numbers(100), 50);
    await batches.next();
    await turn();
    expect((await batches.next()).value).toHaveLength(50);
  });

  it('runs no further ahead of its reader than two batches', async () => {
    const told = { taken: 0 };
    const batches = inBatches(numbers(10_000, told), 10);
    await batches.next();
    await turn();
    expect(told.taken).toBeLessThanOrEqual(31);
  });

  it('throws what its source throws, after what came before', async () => {
    async function* broken(): AsyncGenerator<number> {
      yield 1;
      throw new Error('cut off');
    }
    const batches = inBatches(broken(), 10);
    expect((await batches.next()).value).toEqual([1]);
    await expect(batches.next()).rejects.toThrow('cut off');
  });
});
