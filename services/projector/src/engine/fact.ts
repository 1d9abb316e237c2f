import type { EventEnvelope } from '#libs/contracts';
import type { StreamedEvent } from '#libs/messaging';

interface InStream {
  readonly epoch: string;
  readonly sequence: number;
  /** When the stream took it: the same instant at every replay. */
  readonly recordedAt: string;
  /** The exact bytes of the data. */
  readonly bytes: Uint8Array;
}

/** One event of the stream whose subject and version are known; what its data tell, each model finds out. */
export interface Fact extends InStream {
  readonly envelope: EventEnvelope;
}

/** Something in the stream of which nobody can tell whose event it is. */
export interface Unreadable extends InStream {
  readonly problem: string;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function readFact(event: StreamedEvent, epoch: string): Fact | Unreadable {
  const { sequence, envelope, data: bytes, storedAtMs } = event;
  const place = { epoch, sequence, recordedAt: new Date(storedAtMs).toISOString(), bytes };
  if (envelope instanceof Error) return { ...place, problem: envelope.message };
  const { id, userId } = envelope;
  if (!uuid.test(id)) return { ...place, problem: 'its ce-id is not a uuid' };
  if (userId === null) return { ...place, envelope };
  if (!uuid.test(userId)) return { ...place, problem: 'its ce-subject is not a uuid' };
  return { ...place, envelope: { ...envelope, userId: userId.toLowerCase() } };
}
