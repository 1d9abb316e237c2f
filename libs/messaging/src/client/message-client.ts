import { randomUUID } from 'node:crypto';
import type { Msg } from '@nats-io/transport-node';
import {
  house,
  PhoenixError,
  type Contract,
  type PartOf,
  type ReplyOf,
  type RequestInput,
  type ServiceName,
  type SingleReply,
  type StreamedReply,
} from '#libs/contracts';
import type { Connection } from '../connection.js';
import { decodeError } from '../wire/error-reply.js';
import type { RecentHops } from '../hops/recent-hops.js';
import { wasReplayed } from '../wire/headers.js';
import { encodeJson } from '../wire/json.js';
import { readReply } from '../wire/read-reply.js';
import type { Caller } from './caller.js';
import { unavailable } from './reply-inbox.js';
import { recordAsked, type Sending } from './record-asked.js';
import { requestHeaders } from './request-headers.js';
import { attemptMs, backOff, mayRetry, withOutcome } from './retry.js';
import { cancelWork } from './streams/cancel-work.js';
import { openStream, type StreamOptions } from './streams/open-stream.js';
import type { ReplyStream } from './streams/reply-stream.js';

export interface RequestOptions {
  /** Longest wait in milliseconds, never past the caller's own deadline; the contract's `timeoutMs` by default. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/** Asks other services, by contract. */
export class MessageClient {
  constructor(
    private readonly connection: Connection,
    private readonly service: ServiceName,
    private readonly recent?: RecentHops,
  ) {}

  /** The reply of the contract. Throws a `PhoenixError`; keyed commands were retried with their key until the deadline. */
  async request<C extends SingleReply>(
    contract: C,
    body: RequestInput<C>,
    caller: Caller,
    options: RequestOptions = {},
  ): Promise<ReplyOf<C>> {
    return (await this.exchange(contract, body, caller, options)).reply;
  }

  /** Like `request`, and says whether the reply is the stored answer to an earlier request with the same key. */
  async exchange<C extends SingleReply>(
    contract: C,
    body: RequestInput<C>,
    caller: Caller,
    options: RequestOptions = {},
  ): Promise<{ reply: ReplyOf<C>; replayed: boolean }> {
    this.assertChartered(contract);
    const sending = { messageId: randomUUID(), attempts: 0, startedAt: performance.now() };
    const record = (error?: unknown) =>
      recordAsked(contract, caller, { sending, recent: this.recent }, error);
    try {
      const message = await this.attempts(contract, encodeJson(body), { caller, options, sending });
      const reply = readReply(contract.reply, message) as ReplyOf<C>;
      record();
      return { reply, replayed: wasReplayed(message) };
    } catch (error) {
      record(error);
      throw error;
    }
  }

  /**
   * The parts of a stream and its end. Begun with a key, it joins the work that goes on under it, from the first part;
   * `from` a position of that work it takes up where another reader was, or refuses with `PARTS_GONE`.
   */
  stream<C extends StreamedReply>(
    contract: C,
    body: RequestInput<C>,
    caller: Caller,
    options: StreamOptions = {},
  ): ReplyStream<PartOf<C>, ReplyOf<C>> {
    this.assertChartered(contract);
    const { connection, service, recent } = this;
    return openStream(contract, body, { connection, service, recent, caller }, options);
  }

  /** Cancels the work that the same user has under this key, at once; done as well where none goes on any more. */
  async cancel(contract: StreamedReply, idempotencyKey: string, caller: Caller): Promise<void> {
    this.assertChartered(contract);
    const { connection, service } = this;
    await cancelWork({ connection, service, contract, caller }, idempotencyKey.toLowerCase());
  }

  private assertChartered(contract: Contract): void {
    if (house[this.service].calls.includes(contract)) return;
    throw new Error(`${this.service} is not chartered to call ${contract.subject}; see house.ts`);
  }

  private async attempts(
    contract: Contract,
    body: Uint8Array,
    { caller, options, sending }: { caller: Caller; options: RequestOptions; sending: Sending },
  ): Promise<Msg> {
    const signal = options.signal ?? caller.signal;
    const ownDeadline = performance.now() + (options.timeoutMs ?? contract.timeoutMs);
    const deadline = Math.min(ownDeadline, caller.deadline ?? Infinity);
    const { messageId } = sending;
    let lastError: unknown;
    for (let attempt = 0; ; attempt++) {
      const left = deadline - performance.now();
      if (left <= 0) throw withOutcome(contract, lastError ?? timeIsOver());
      sending.attempts++;
      try {
        return await this.attempt(contract, body, {
          caller,
          messageId,
          signal,
          timeoutMs: attemptMs(contract, left),
        });
      } catch (error) {
        lastError = error;
        const stillLeft = deadline - performance.now();
        if (!mayRetry(contract, error) || stillLeft < 10) throw withOutcome(contract, error);
        await backOff(attempt, stillLeft, signal);
      }
    }
  }

  private async attempt(contract: Contract, body: Uint8Array, one: Attempt): Promise<Msg> {
    if (!this.connection.connected) throw unavailable('there is no connection to NATS');
    const timeoutMs = Math.max(one.timeoutMs, 1);
    const message = await this.connection.inbox.request(
      `${contract.subject}.${this.service}`,
      body,
      {
        timeoutMs,
        headers: requestHeaders(one.caller, one.messageId, timeoutMs),
        signal: one.signal,
      },
    );
    const error = decodeError(message);
    if (error) throw error;
    return message;
  }
}

interface Attempt {
  readonly caller: Caller;
  readonly messageId: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

function timeIsOver(): PhoenixError<'TIMED_OUT'> {
  return new PhoenixError('TIMED_OUT', 'The time for this request was over before it was sent.', {
    afterMs: 0,
  });
}
