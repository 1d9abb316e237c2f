import { isUuid } from '#libs/contracts';
import type { StoringService } from '../roles.js';
import { catchUpByItself, catchUpLedger, restoreStream, streamMissing } from '../stream-advice.js';
import { lastCommonPlace } from './last-common-place.js';
import type { OutboxLog, StreamPlace } from './outbox-log.js';
import type { OwnEvent, RelayStream } from './relay-stream.js';

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
  /** `absent`: nothing was ever published, and there is no stream. `lost`: there is none, or another one. */
  readonly kind: 'absent' | 'lost' | 'behind';
  /** Where Postgres is behind: the stream, and the sequence before the first event that is missing. */
  readonly behind?: { readonly epoch: string; readonly upTo: number };
}

interface ReconcileOptions {
  /** Its own events are put back by the service itself, so that nobody has to ask for it. */
  readonly byItself?: boolean;
  /** Writes down events of which Postgres lacks some, and marks them all. Without it they are a disagreement. */
  readonly takeOver?: (epoch: string, events: readonly OwnEvent[]) => Promise<void>;
}

/**
 * Compares the outbox with the stream and makes the marks true (R18): after it, an event is marked exactly if the
 * stream holds it, whatever was killed, cut or rewound. What a restored stream stands for is unmarked, and so published
 * into it again (R19). Refuses a stream that is another one, or ahead of Postgres (R20).
 */
export async function reconcile(
  service: StoringService,
  outbox: OutboxLog,
  stream: RelayStream,
  { byItself = false, takeOver }: ReconcileOptions = {},
): Promise<Agreement | Disagreement> {
  const last = await outbox.lastPublished();
  const position = await stream.position();
  if (position === null) return absent(last !== undefined);
  const { epoch, lastSequence, restores } = position;
  const another = last !== undefined && last.epoch !== epoch;
  if (another && !restores.includes(last.epoch))
    return { kind: 'lost', problem: replaced(service, last.epoch, epoch) };
  const restored = another ? await outbox.unmarkAfter(0) : 0;

  const common = await lastCommonPlace(
    lastSequence,
    (sequence) => outbox.publishedUpTo(sequence),
    (sequence) => stream.ownEventIdAt(service, sequence),
  );
  const unmarked = restored + (await outbox.unmarkAfter(common));
  let seen = 0;
  for await (const events of inChunks(stream.eventsAfter(service, common))) {
    // Before marking: a mark beyond the unknown event would hide it from the next comparison.
    const [unknown] = await outbox.unknown(events, 1);
    if (!unknown) await outbox.markFound(epoch, events);
    else if (takeOver) await takeOver(epoch, events);
    else {
      const problem = ahead(service, unknown, byItself);
      return { kind: 'behind', problem, behind: { epoch, upTo: unknown.sequence - 1 } };
    }
    seen += events.length;
  }
  return {
    epoch,
    lastSequence: (await outbox.lastPublished())?.sequence ?? 0,
    lost: Math.max(0, unmarked - seen),
    found: Math.max(0, seen - unmarked),
  };
}

async function* inChunks(places: AsyncIterable<OwnEvent>): AsyncIterable<OwnEvent[]> {
  let chunk: OwnEvent[] = [];
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

function absent(everPublished: boolean): Disagreement {
  if (everPublished) return { kind: 'lost', problem: streamMissing };
  const problem =
    'There is no event stream: in a new house the projector creates it, in another `npm run phoenix -- stream restore` does.';
  return { kind: 'absent', problem };
}

function replaced(service: StoringService, known: string, epoch: string): string {
  return `The event stream is another one (epoch ${epoch}) than ${service} published to (epoch ${known}). ${restoreStream}`;
}

function ahead(service: StoringService, unknown: StreamPlace, byItself: boolean): string {
  const advice = byItself ? catchUpByItself : catchUpLedger;
  return `The event stream holds an event of ${service} at sequence ${unknown.sequence} that its Postgres does not know: Postgres is older than the stream. ${advice}`;
}
