import { randomUUID } from 'node:crypto';
import type { Msg, MsgHdrs } from '@nats-io/transport-node';
import {
  house,
  PhoenixError,
  type Contract,
  type ReplyOf,
  type RequestInput,
  type ServiceName,
} from '#libs/contracts';
import { childOf, histogram } from '#libs/telemetry';
import type { Connection } from '../connection.js';
import { decodeError, invalidReply } from '../wire/error-reply.js';
import type { RecentHops } from '../hops/recent-hops.js';
import { header, headersOf } from '../wire/headers.js';
import { decodeObject, encodeJson } from '../wire/json.js';
import { writtenHeaders } from '../wire/written-headers.js';
import type { Caller } from './caller.js';
import { unavailable } from './reply-inbox.js';
import { attemptMs, backOff, mayRetry, withOutcome } from './retry.js';

const durations = histogram(
  'phoenix_request_client_duration_seconds',
  'Time from sending a request to its answer, retries included',
  ['contract', 'outcome'],
);

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
  async request<C extends Contract>(
    contract: C,
    body: RequestInput<C>,
    caller: Caller,
    options: RequestOptions = {},
  ): Promise<ReplyOf<C>> {
    return (await this.exchange(contract, body, caller, options)).reply;
  }

  /** Like `request`, and says whether the reply is the stored answer to an earlier request with the same key. */
  async exchange<C extends Contract>(
    contract: C,
    body: RequestInput<C>,
    caller: Caller,
    options: RequestOptions = {},
  ): Promise<{ reply: ReplyOf<C>; replayed: boolean }> {
    if (!house[this.service].calls.includes(contract)) {
      throw new Error(`${this.service} is not chartered to call ${contract.subject}; see house.ts`);
    }
    const sending = { messageId: randomUUID(), attempts: 0, startedAt: performance.now() };
    const end = durations.startTimer({ contract: contract.subject });
    try {
      const message = await this.attempts(contract, encodeJson(body), { caller, options, sending });
      const reply = readReply(contract, message);
      this.remember(contract, caller, { ...sending, outcome: 'ok' });
      end({ outcome: 'ok' });
      return { reply, replayed: wasReplayed(message) };
    } catch (error) {
      const outcome = error instanceof PhoenixError ? error.code : 'aborted';
      this.remember(contract, caller, { ...sending, outcome });
      end({ outcome });
      throw error;
    }
  }

  private remember(
    { subject: what }: Contract,
    { correlationId }: Caller,
    sent: Sending & { readonly outcome: string },
  ): void {
    this.recent?.add({ kind: 'asked', what, correlationId, ...sent });
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
        headers: requestHeaders(one, timeoutMs),
        signal: one.signal,
      },
    );
    const error = decodeError(message);
    if (error) throw error;
    return message;
  }
}

/** One request on its way, with all its attempts. */
interface Sending {
  readonly messageId: string;
  readonly startedAt: number;
  attempts: number;
}

interface Attempt {
  readonly caller: Caller;
  readonly messageId: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

function requestHeaders({ caller, messageId }: Attempt, timeoutMs: number): MsgHdrs {
  return writtenHeaders([
    [header.correlationId, caller.correlationId],
    [header.messageId, messageId],
    [header.timeLeftMs, String(Math.floor(timeoutMs))],
    [header.traceparent, childOf(caller.traceparent)],
    [header.authorization, caller.token ? `Bearer ${caller.token}` : undefined],
  ]);
}

function wasReplayed(message: Msg): boolean {
  const all = headersOf(message);
  return all !== 'malformed' && all?.get(header.replayed) === 'true';
}

function timeIsOver(): PhoenixError<'TIMED_OUT'> {
  return new PhoenixError('TIMED_OUT', 'The time for this request was over before it was sent.', {
    afterMs: 0,
  });
}

function readReply<C extends Contract>(contract: C, message: Msg): ReplyOf<C> {
  let body: unknown;
  try {
    body = decodeObject(message.data);
  } catch (error) {
    throw invalidReply('something that is not a JSON object', error);
  }
  const parsed = contract.reply.safeParse(body);
  if (!parsed.success) throw invalidReply('something else than its contract says', parsed.error);
  return parsed.data as ReplyOf<C>;
}
