import { isUuid, type EventEnvelope } from '#libs/contracts';
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
  /** What `contentOf` has made of the bytes. */
  content?: Content;
}

/** The data of an event, which nobody changes. */
export interface Content {
  readonly json: string;
  readonly value: unknown;
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Something in the stream of which nobody can tell whose event it is. */
export interface Unreadable extends InStream {
  readonly problem: string;
}

export function readFact(event: StreamedEvent, epoch: string): Fact | Unreadable {
  const { sequence, envelope, data: bytes } = event;
  const recordedAt = new Date(event.storedAtMs).toISOString();
  const unreadable = (problem: string) => ({ epoch, sequence, recordedAt, bytes, problem });
  if (envelope instanceof Error) return unreadable(envelope.message);
  const { id, userId } = envelope;
  if (!isUuid(id)) return unreadable('its ce-id is not a uuid');
  if (userId !== null && !isUuid(userId)) return unreadable('its ce-subject is not a uuid');
  const asPostgresWritesIt = userId?.toLowerCase() ?? null;
  const known =
    userId === asPostgresWritesIt ? envelope : { ...envelope, userId: asPostgresWritesIt };
  return { epoch, sequence, recordedAt, bytes, envelope: known };
}

/** The data as text and as a value, made once for all models that read the event. Throws on what is no JSON. */
export function contentOf(fact: Fact): Content {
  fact.content ??= parse(strictUtf8.decode(fact.bytes));
  return fact.content;
}

function parse(json: string): Content {
  return { json, value: JSON.parse(json) };
}
