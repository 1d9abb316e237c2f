import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '#libs/contracts';
import { publishChunk } from './publish-chunk.js';
import type { RelayStream } from './relay-stream.js';

const chunk = ['a', 'b', 'c'].map((id) => ({ envelope: { id }, data: '{}' }) as RecordedEvent);

/** A stream that already holds `b`. */
function streamWith(appended: string[]): RelayStream {
  const refuse = () => Promise.reject(Object.assign(new Error('no'), { code: 'DUPLICATE' }));
  const append = async (event: RecordedEvent) => 10 + appended.push(event.envelope.id);
  return { appendBatch: refuse, append } as Partial<RelayStream> as RelayStream;
}

describe('publishChunk', () => {
  it('R17: goes event by event, in order, where the batch holds a duplicate', async () => {
    const appended: string[] = [];
    const published = await publishChunk(streamWith(appended), chunk, () => true);
    expect(appended).toEqual(['a', 'b', 'c']);
    expect(published).toEqual({ sequences: [11, 12, 13], fresh: false });
  });

  it('R16: stops between two events when the lock is lost', async () => {
    const appended: string[] = [];
    const whileLocked = () => appended.length < 1;
    await expect(publishChunk(streamWith(appended), chunk, whileLocked)).rejects.toThrow('lock');
    expect(appended).toEqual(['a']);
  });

  it('passes every other refusal of a batch', async () => {
    const down: Partial<RelayStream> = { appendBatch: () => Promise.reject(new Error('away')) };
    await expect(publishChunk(down as RelayStream, chunk, () => true)).rejects.toThrow('away');
  });
});
