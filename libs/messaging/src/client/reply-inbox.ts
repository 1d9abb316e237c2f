import {
  createInbox,
  headers,
  type Msg,
  type MsgHdrs,
  type NatsConnection,
} from '@nats-io/transport-node';
import { PhoenixError } from '#libs/contracts';
import { headersOf } from '../wire/headers.js';

const sweepEveryMs = 20;
const noResponders = 503;

interface Waiting {
  readonly subject: string;
  readonly resolve: (reply: Msg) => void;
  readonly reject: (error: Error) => void;
  readonly startedAt: number;
  readonly expiresAt: number;
}

/**
 * One shared inbox for all replies of a connection: a map of waiting requests and one sweep for those that ran
 * out of time. A request that nobody listens to is known at once; an empty reply is a reply.
 */
export class ReplyInbox {
  private readonly waiting = new Map<string, Waiting>();
  private readonly prefix: string;
  private sweep: NodeJS.Timeout | undefined;
  private lastId = 0;

  constructor(
    private readonly nats: NatsConnection,
    inboxPrefix: string,
  ) {
    this.prefix = `${createInbox(inboxPrefix)}.`;
    const callback = (error: Error | null, message: Msg) => {
      if (!error) this.deliver(message);
    };
    nats.subscribe(`${this.prefix}*`, { callback });
  }

  /** Sends and waits at most `timeoutMs`. Throws `TIMED_OUT` or `UNAVAILABLE`, or the signal's reason when it aborts. */
  request(subject: string, body: Uint8Array, extra: RequestExtras): Promise<Msg> {
    const { timeoutMs, signal } = extra;
    if (signal?.aborted) return Promise.reject(abortReason(signal));
    const id = (++this.lastId).toString(36);
    return new Promise<Msg>((resolve, reject) => {
      const startedAt = performance.now();
      const expiresAt = startedAt + timeoutMs;
      const waiting: Waiting = { subject, resolve, reject, startedAt, expiresAt };
      this.waiting.set(id, signal ? this.untilAborted(id, waiting, signal) : waiting);
      this.sweep ??= setInterval(() => this.expire(), sweepEveryMs);
      try {
        this.nats.publish(subject, body, {
          reply: this.prefix + id,
          headers: extra.headers ?? headers(),
        });
      } catch (error) {
        this.take(id)?.reject(unavailable('the request could not be sent', error));
      }
    });
  }

  /** Lets every waiting request go at once: its answer cannot come any more. */
  abandon(): void {
    for (const id of [...this.waiting.keys()]) {
      this.take(id)?.reject(unavailable('the connection to NATS was lost'));
    }
  }

  /** Lets every request on a subject go that NATS does not let us publish to. */
  refuse(refused: string): void {
    const sentence = `NATS does not let this service publish to ${refused}; its log says what to do.`;
    for (const [id, { subject }] of this.waiting) {
      if (subject === refused) this.take(id)?.reject(new PhoenixError('INTERNAL', sentence, {}));
    }
  }

  private deliver(message: Msg): void {
    const waiting = this.take(message.subject.slice(this.prefix.length));
    if (!waiting) return;
    const all = headersOf(message);
    if (message.data.length === 0 && all !== 'malformed' && all?.code === noResponders) {
      waiting.reject(new NobodyListens());
    } else {
      waiting.resolve(message);
    }
  }

  private expire(): void {
    const now = performance.now();
    for (const [id, { expiresAt, startedAt }] of this.waiting) {
      if (expiresAt > now) continue;
      const afterMs = Math.round(now - startedAt);
      this.take(id)?.reject(
        new PhoenixError('TIMED_OUT', `No answer came within ${afterMs} ms.`, { afterMs }),
      );
    }
    if (this.waiting.size === 0) {
      clearInterval(this.sweep);
      this.sweep = undefined;
    }
  }

  private take(id: string): Waiting | undefined {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    return waiting;
  }

  private untilAborted(id: string, waiting: Waiting, signal: AbortSignal): Waiting {
    const abort = () => this.take(id)?.reject(abortReason(signal));
    signal.addEventListener('abort', abort, { once: true });
    const settle =
      <T>(fn: (value: T) => void) =>
      (value: T) => {
        signal.removeEventListener('abort', abort);
        fn(value);
      };
    return { ...waiting, resolve: settle(waiting.resolve), reject: settle(waiting.reject) };
  }
}

export interface RequestExtras {
  readonly timeoutMs: number;
  readonly headers?: MsgHdrs;
  readonly signal?: AbortSignal | undefined;
}

/** NATS itself says that no process listens there: what was asked was not begun by anybody. */
export class NobodyListens extends PhoenixError<'UNAVAILABLE'> {
  constructor() {
    const reason = 'nobody answers on this subject';
    super('UNAVAILABLE', `The service is unavailable: ${reason}.`, { reason });
  }
}

export function unavailable(reason: string, cause?: unknown): PhoenixError<'UNAVAILABLE'> {
  return new PhoenixError(
    'UNAVAILABLE',
    `The service is unavailable: ${reason}.`,
    { reason },
    { cause },
  );
}

/** Why a signal was aborted, as an error. */
export function abortReason(signal: AbortSignal): Error {
  return signal.reason instanceof Error
    ? signal.reason
    : new DOMException('The caller went away', 'AbortError');
}
