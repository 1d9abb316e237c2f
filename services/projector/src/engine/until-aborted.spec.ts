import { describe, expect, it } from '@jest/globals';
import { untilAborted } from './until-aborted.js';

async function* silent(): AsyncGenerator<number> {
  yield 1;
  await new Promise<never>(() => undefined);
}

describe('untilAborted', () => {
  it('leaves a source that is silent as soon as the signal aborts', async () => {
    const controller = new AbortController();
    const seen: number[] = [];
    for await (const value of untilAborted(silent(), controller.signal)) {
      seen.push(value);
      setImmediate(() => controller.abort());
    }
    expect(seen).toEqual([1]);
  });

  it('passes on what the source throws', async () => {
    async function* failing(): AsyncGenerator<number> {
      yield 1;
      throw new Error('cut');
    }
    const read = async () => {
      const seen: number[] = [];
      for await (const value of untilAborted(failing(), new AbortController().signal)) {
        seen.push(value);
      }
      return seen;
    };
    await expect(read()).rejects.toThrow('cut');
  });

  it('closes the source when its reader leaves', async () => {
    let closed = false;
    async function* closing(): AsyncGenerator<number> {
      try {
        yield 1;
        yield 2;
      } finally {
        closed = true;
      }
    }
    for await (const value of untilAborted(closing(), new AbortController().signal)) {
      expect(value).toBe(1);
      break;
    }
    expect(closed).toBe(true);
  });
});
