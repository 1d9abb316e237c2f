import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PhoenixError } from '#libs/contracts';
import { header, type ReplyStream } from '#libs/messaging';
import { problemJson, problemOf } from '../problems/problem.js';
import { withSnakeKeys } from './key-case.js';
import { factsOf } from './request-facts.js';
import { heartbeat, serverSentEvent } from './server-sent-event.js';

/** So long an error is still the answer itself, with its status; after it, an event. */
const quietMs = 5_000;
const heartbeatMs = 5_000;

export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Asks for the stream, from a position on where one is given. */
export type OpenStream<P, E> = (from: string | undefined) => ReplyStream<P, E>;

/**
 * Hands a streamed reply to a browser as `text/event-stream`: events `part`, whose id the browser sends back as
 * `Last-Event-ID` to go on from there; then one `end`, or one `problem`. `restart` comes first when that work is over:
 * the parts that were shown are another work's, and everything follows anew. A browser that goes away may come back
 * within the contract's `graceMs`; after it the work is cancelled.
 */
export async function sendParts<P extends object, E extends object>(
  { request, reply }: Exchange,
  client: AbortSignal | undefined,
  open: OpenStream<P, E>,
): Promise<Readable> {
  const from = request.headers['last-event-id'];
  let reading = new Reading(open(typeof from === 'string' ? from : undefined), client);
  let restarted = false;
  try {
    await reading.begun(quietMs);
  } catch (error) {
    if (from === undefined || !isGone(error)) throw error;
    reading = new Reading(open(undefined), client);
    restarted = true;
    await reading.begun(quietMs);
  }
  void reply
    .header('content-type', 'text/event-stream; charset=utf-8')
    // Proxies would hold events back until a buffer is full.
    .header('x-accel-buffering', 'no')
    // Kept alive after the stream, it would hold a website up that wants to leave.
    .header('connection', 'close');
  if (reading.stream.replayed) void reply.header(header.replayed, 'true');
  return Readable.from(events(reading, restarted, request));
}

/** One loop over the parts, whose next step may be waited for more than once; left when its client goes away. */
class Reading<P, E> {
  private readonly steps: AsyncIterator<P>;
  private next: Promise<IteratorResult<P>>;

  constructor(
    readonly stream: ReplyStream<P, E>,
    client: AbortSignal | undefined,
  ) {
    this.steps = stream[Symbol.asyncIterator]();
    this.next = this.step();
    if (client?.aborted) this.leave();
    client?.addEventListener('abort', () => this.leave(), { once: true });
  }

  /** Waits for what comes first, `atMostMs` at the longest; throws when it is an error. */
  async begun(atMostMs: number): Promise<void> {
    await Promise.race([this.next, pause(atMostMs, undefined, { ref: false })]);
  }

  /** The next part or the end; undefined after a while without one. */
  part(): Promise<IteratorResult<P> | undefined> {
    const waited = new AbortController();
    const silence = pause(heartbeatMs, undefined, { signal: waited.signal }).catch(() => undefined);
    return Promise.race([this.next, silence]).finally(() => waited.abort());
  }

  /** Asks for the one after it. */
  goOn(): void {
    this.next = this.step();
  }

  leave(): void {
    this.stream.leave();
    this.steps.return?.().catch(() => undefined);
  }

  private step(): Promise<IteratorResult<P>> {
    const next = this.steps.next();
    next.catch(() => undefined);
    return next;
  }
}

async function* events<P extends object, E extends object>(
  reading: Reading<P, E>,
  restarted: boolean,
  request: FastifyRequest,
): AsyncGenerator<string> {
  const { stream } = reading;
  try {
    if (restarted) yield serverSentEvent('restart', {});
    for (;;) {
      const step = await reading.part();
      if (!step) yield heartbeat;
      else if (step.done) return yield serverSentEvent('end', told(await stream.end));
      else {
        yield serverSentEvent('part', told(step.value), stream.position);
        reading.goOn();
      }
    }
  } catch (error) {
    yield serverSentEvent('problem', problemOfStream(error, request));
  } finally {
    reading.leave();
  }
}

function told(value: object): object {
  return withSnakeKeys(value) as object;
}

function isGone(error: unknown): boolean {
  return error instanceof PhoenixError && error.is('PARTS_GONE');
}

function problemOfStream(error: unknown, request: FastifyRequest): object {
  const known =
    error instanceof PhoenixError
      ? error
      : new PhoenixError('INTERNAL', 'Something went wrong on our side.', {}, { cause: error });
  const { keyed, correlationId } = factsOf(request);
  const [path = '/'] = request.url.split('?');
  return problemJson(problemOf(known, keyed === true), path, correlationId);
}
