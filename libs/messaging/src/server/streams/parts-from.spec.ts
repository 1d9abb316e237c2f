import { describe, expect, it } from '@jest/globals';
import { partsFrom } from './parts-from.js';

describe('the parts that work gives from within', () => {
  it('come in order, and then what it answers', async () => {
    const parts = partsFrom<number, string>(async (give) => {
      for (let n = 1; n <= 3; n++) await give(n);
      void give(4);
      return 'done';
    });
    const seen: unknown[] = [];
    for (let step = await parts.next(); ; step = await parts.next()) {
      seen.push(step.value);
      if (step.done) break;
    }
    expect(seen).toEqual([1, 2, 3, 4, 'done']);
  });

  it('are not made ahead of their reader by more than one', async () => {
    let made = 0;
    const parts = partsFrom<number, void>(async (give) => {
      for (made = 1; made <= 100; made++) await give(made);
    });
    for (let n = 1; n <= 5; n++) {
      expect((await parts.next()).value).toBe(n);
      await new Promise((resolve) => setImmediate(resolve));
      expect(made).toBeLessThanOrEqual(n + 1);
    }
    await parts.return();
  });

  it('end with what the work threw', async () => {
    const parts = partsFrom<number, void>(async (give) => {
      await give(1);
      throw new Error('out of words');
    });
    expect((await parts.next()).value).toBe(1);
    await expect(parts.next()).rejects.toThrow('out of words');
  });

  it('wait for the work when nobody wants them any more', async () => {
    const steps: string[] = [];
    let letGo!: () => void;
    const cancelled = new Promise<void>((resolve) => (letGo = resolve));
    const parts = partsFrom<number, void>(async (give) => {
      await give(1);
      await cancelled;
      await give(2);
      steps.push('the hold is released');
    });
    await parts.next();
    const left = parts.return().then(() => steps.push('the handler has left'));
    letGo();
    await left;
    expect(steps).toEqual(['the hold is released', 'the handler has left']);
  });
});
