import { setTimeout as pause } from 'node:timers/promises';
import { DeliverPolicy, type ConsumerMessages, type JsMsg } from '@nats-io/jetstream';
import { eventSubject, type EventEnvelope } from '#libs/contracts';
import type { Log } from '#libs/telemetry';
import { readEnvelope } from './event-headers.js';
import type { EventStream } from './event-stream.js';
import { headerValues } from './header-values.js';
import { inBatches } from './in-batches.js';
import { streamName } from './stream-definition.js';

const prefetch = 2_000;
const lookEveryMs = 2_000;

/** An event as the stream holds it. `envelope` is an error when the headers are not those of an event of ours. */
export interface StreamedEvent {
  readonly sequence: number;
  readonly envelope: EventEnvelope | Error;
  /** The exact bytes of the data. */
  readonly data: Uint8Array;
  /** When the stream took it, milliseconds since 1970. */
  readonly storedAtMs: number;
}

export interface ReadOptions {
  readonly stream: EventStream;
  /** The stream that the reader's checkpoint belongs to. */
  readonly epoch: string;
  /** The first sequence to read. */
  readonly from: number;
  readonly batchSize: number;
  readonly signal: AbortSignal;
  readonly log: Log;
}

/** The stream is not the one that the checkpoint belongs to, or is shorter: reading on would be wrong (R18). */
export class StreamLostError extends Error {
  override readonly name = 'StreamLostError';
}

/**
 * All events from a sequence on, in stream order, in batches of what has arrived (at least one), for ever. Ends when
 * the signal aborts. Survives reconnects and a stalled consumer: a watchdog compares with the stream's end and reads
 * on from the next sequence. Throws `StreamLostError` when the stream is gone, another one, or cut.
 */
export async function* readEvents(options: ReadOptions): AsyncGenerator<StreamedEvent[]> {
  const { signal, log } = options;
  let next = options.from;
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      for await (const batch of readOn(options, next)) {
        next = (batch.at(-1)?.seq ?? next) + 1;
        failures = 0;
        yield batch.map(streamedEvent);
      }
    } catch (error) {
      if (error instanceof StreamLostError) throw error;
      log.warn({ err: error }, 'reading the event stream was interrupted; reading on');
    }
    const backoffMs = Math.min(2_000, 25 * 2 ** Math.min(failures, 10));
    await pause(backoffMs, undefined, { signal }).catch(() => undefined);
  }
}

/** What one consumer delivers without a hole, until it stalls, fails or the signal aborts. */
async function* readOn(options: ReadOptions, from: number): AsyncGenerator<JsMsg[]> {
  const { signal } = options;
  let next = from;
  await lastOfSameStream(options, next - 1);
  const messages = await consumeFrom(options.stream, next);
  let waiting = true;
  const watchdog = new Watchdog(options, messages, () => (waiting ? next : null));
  const stop = () => messages.stop();
  signal.addEventListener('abort', stop, { once: true });
  try {
    for await (const batch of inBatches(messages, options.batchSize)) {
      if (batch[0] && batch[0].seq !== next) break;
      next = (batch.at(-1)?.seq ?? next) + 1;
      waiting = false;
      yield batch;
      waiting = true;
    }
  } finally {
    watchdog.stop();
    signal.removeEventListener('abort', stop);
    messages.stop();
  }
  if (watchdog.lost) throw watchdog.lost;
}

async function consumeFrom(stream: EventStream, from: number): Promise<ConsumerMessages> {
  const consumer = await stream.client.consumers.get(streamName, {
    deliver_policy: DeliverPolicy.StartSequence,
    opt_start_seq: from,
  });
  return consumer.consume({ max_messages: prefetch, idle_heartbeat: 1_000 });
}

function streamedEvent(message: JsMsg): StreamedEvent {
  const { seq: sequence, data } = message;
  return { sequence, envelope: envelopeOf(message), data, storedAtMs: message.time.getTime() };
}

function envelopeOf(message: JsMsg): EventEnvelope | Error {
  try {
    return assertItsSubject(readEnvelope(headerValues(message)), message.subject);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** NATS guards who tells of what by the subject (R28); what the headers say is the sender's word only. */
function assertItsSubject(envelope: EventEnvelope, subject: string): EventEnvelope {
  if (subject === eventSubject(envelope.source, envelope.userId)) return envelope;
  throw new Error(
    `the event says that it is of ${envelope.source} about ${envelope.userId}, and came as ${subject}`,
  );
}

/** The stream's last sequence. Throws when it is not the checkpoint's stream, or ends before `last`. */
async function lastOfSameStream({ stream, epoch }: ReadOptions, last: number): Promise<number> {
  const position = await stream.position();
  if (!position) throw new StreamLostError('the event stream is missing');
  if (position.epoch !== epoch) {
    throw new StreamLostError(
      `the event stream has epoch ${position.epoch}; the checkpoint is of ${epoch}`,
    );
  }
  if (position.lastSequence < last) {
    throw new StreamLostError(
      `the event stream ends at ${position.lastSequence}, before the checkpoint ${last}`,
    );
  }
  return position.lastSequence;
}

/** Ends a consumer that fell silent although the stream goes on, and notices a stream that is no longer ours. */
class Watchdog {
  lost: StreamLostError | undefined;
  private seen: number | null = null;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly options: ReadOptions,
    private readonly messages: ConsumerMessages,
    /** The sequence that is waited for; null while the reader is busy with what it has. */
    private readonly waitingFor: () => number | null,
  ) {
    this.timer = setInterval(() => void this.look().catch(() => undefined), lookEveryMs);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    const next = this.waitingFor();
    const stalled = next !== null && next === this.seen;
    this.seen = next;
    try {
      const last = await lastOfSameStream(this.options, (next ?? 1) - 1);
      if (stalled && last >= next && this.waitingFor() === next) this.messages.stop();
    } catch (error) {
      if (!(error instanceof StreamLostError)) throw error;
      this.lost = error;
      this.messages.stop();
    }
  }
}
