import type { RecordedEvent } from '#libs/contracts';
import { isDuplicate, type RelayStream } from './relay-stream.js';

/**
 * Publishes a chunk as one atomic batch (R17); where the broker refuses it for a duplicate, event by event and in
 * order, as long as `mayGoOn`. Returns the sequences, also of those that were already there.
 */
export async function publishChunk(
  stream: RelayStream,
  events: readonly RecordedEvent[],
  mayGoOn: () => boolean,
): Promise<{ sequences: number[]; fresh: boolean }> {
  try {
    return { sequences: await stream.appendBatch(events), fresh: true };
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  const sequences: number[] = [];
  for (const event of events) {
    if (!mayGoOn()) throw new Error('the relay no longer holds its lock');
    sequences.push(await stream.append(event));
  }
  return { sequences, fresh: false };
}
