import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { EventStream } from '#libs/messaging';
import { createLog } from '#libs/telemetry';
import type { Items } from './read-items.js';
import { SharedReader } from './shared-reader.js';

const log = createLog({ service: 'test', instance: 'test', level: 'silent', format: 'json' });
const [end, batchSize] = [6_000, 500];

/** A stream of so many numbered places, which counts what is read of it; silent at its end. */
function numbered(failAt = Infinity) {
  const counts = { begun: 0, read: 0, failures: 0 };
  async function* read({ from, signal }: { from: number; signal: AbortSignal }) {
    counts.begun++;
    for (let next = from; next <= end;) {
      if (next >= failAt && counts.failures++ === 0) throw new Error('the broker is away');
      const batch = Array.from(
        { length: Math.min(100, end - next + 1) },
        (_, n) => ({ sequence: next + n }) as Items[number],
      );
      counts.read += batch.length;
      next += batch.length;
      await pause(0);
      yield batch;
    }
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  }
  const reader = new SharedReader({ stream: {} as EventStream, log, batchSize }, read);
  return { reader, counts };
}

/** Reads up to the end; the sequences that it got. */
async function readAll(reader: SharedReader, from = 1, pauseMs = 0): Promise<number[]> {
  const over = new AbortController();
  const got: number[] = [];
  for await (const items of reader.read({ epoch: 'e', from, signal: over.signal })) {
    got.push(...items.map(({ sequence }) => sequence));
    if (got.at(-1) === end) break;
    if (pauseMs > 0 && got.length < 600) await pause(pauseMs);
  }
  over.abort();
  return got;
}

const places = (from: number) => Array.from({ length: end - from + 1 }, (_, n) => from + n);

describe('SharedReader', () => {
  it('reads once for those who begin together, and hands each of them everything in order', async () => {
    const { reader, counts } = numbered();
    const all = await Promise.all([readAll(reader), readAll(reader), readAll(reader)]);
    for (const got of all) expect(got).toEqual(places(1));
    expect(counts).toMatchObject({ begun: 1, read: end });
  });

  it('lets one who is far behind read by itself until it is where the others are', async () => {
    const { reader, counts } = numbered();
    const [late, early] = await Promise.all([readAll(reader, 5_000), readAll(reader, 1)]);
    expect(late).toEqual(places(5_000));
    expect(early).toEqual(places(1));
    expect(counts.begun).toBe(2);
  });

  it('waits for one who is late only for a while', async () => {
    const { reader } = numbered();
    const [slow, quick] = await Promise.all([readAll(reader, 1, 600), readAll(reader)]);
    expect(slow).toEqual(places(1));
    expect(quick).toEqual(places(1));
  });

  it('hands on what fails, and begins anew after it', async () => {
    const { reader } = numbered(3_000);
    const first = await Promise.allSettled([readAll(reader), readAll(reader)]);
    expect(first.map(({ status }) => status)).toContain('rejected');
    expect(await readAll(reader, 2_000)).toEqual(places(2_000));
  });

  it('reads nothing for one who has left', async () => {
    const { reader } = numbered();
    const over = new AbortController();
    for await (const items of reader.read({ epoch: 'e', from: 1, signal: over.signal })) {
      if (items.at(-1)!.sequence >= 1_000) break;
    }
    expect(await readAll(reader, 1)).toEqual(places(1));
  });
});
