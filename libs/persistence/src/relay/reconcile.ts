import { isUuid } from '#libs/contracts';
import type { StoringService } from '../roles.js';
import { catchUpLedger, restoreStream, streamMissing } from '../stream-advice.js';
import { lastCommonPlace } from './last-common-place.js';
import type { OutboxLog, StreamPlace } from './outbox-log.js';
import type { RelayStream } from './relay-stream.js';

/** Outbox and stream tell the same: the relay may publish after this sequence. */
export interface Agreement {
  readonly epoch: string;
  readonly lastSequence: number;
  /** Events whose mark was taken away because the stream lost them. */
  readonly lost: number;
  /** Events that the stream held although they were not marked. */
  readonly found: number;
}

/** Why nothing may be published now, and what to do: a sentence each. */
export interface Disagreement {
  readonly problem: string;
}

/**
 * Compares the outbox with the stream and makes the marks true (R18): after it, an event is marked exactly if the
 * stream holds it, whatever was killed, cut or rewound. What a restored stream stands for is unmarked, and so published
 * into it again (R19). Refuses a stream that is another one, or ahead of Postgres.
 */
export async function reconcile(
  service: StoringService,
  outbox: OutboxLog,
  stream: RelayStream,
): Promise<Agreement | Disagreement> {
  const last = await outbox.lastPublished();
  const position = await stream.position();
  if (position === null) return { problem: absent(last !== undefined) };
  const { epoch, lastSequence, restores } = position;
  const another = last !== undefined && last.epoch !== epoch;
  if (another && !restores.includes(last.epoch))
    return { problem: replaced(service, last.epoch, epoch) };
  const restored = another ? await outbox.unmarkAfter(0) : 0;

  const common = await lastCommonPlace(
    lastSequence,
    (sequence) => outbox.publishedUpTo(sequence),
    (sequence) => stream.ownEventIdAt(service, sequence),
  );
  const unmarked = restored + (await outbox.unmarkAfter(common));
  let seen = 0;
  for await (const places of inChunks(stream.eventsAfter(service, common))) {
    // Before marking: a mark beyond the unknown event would hide it from the next comparison.
    const unknown = await outbox.firstUnknown(places);
    if (unknown) return { problem: ahead(service, unknown) };
    await outbox.markFound(epoch, places);
    seen += places.length;
  }
  return {
    epoch,
    lastSequence: (await outbox.lastPublished())?.sequence ?? 0,
    lost: Math.max(0, unmarked - seen),
    found: Math.max(0, seen - unmarked),
  };
}

async function* inChunks(places: AsyncIterable<StreamPlace>): AsyncIterable<StreamPlace[]> {
  let chunk: StreamPlace[] = [];
  for await (const place of places) {
    // What has no uuid never came from an outbox.
    if (isUuid(place.id)) chunk.push(place);
    if (chunk.length === 1_000) {
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk;
}

function absent(everPublished: boolean): string {
  return everPublished
    ? streamMissing
    : 'The event stream does not exist yet; the projector creates it.';
}

function replaced(service: StoringService, known: string, epoch: string): string {
  return `The event stream is another one (epoch ${epoch}) than ${service} published to (epoch ${known}). ${restoreStream}`;
}

function ahead(service: StoringService, unknown: StreamPlace): string {
  return `The event stream holds an event of ${service} at sequence ${unknown.sequence} that its Postgres does not know: Postgres is older than the stream. ${catchUpLedger}`;
}
