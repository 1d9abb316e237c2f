import { randomUUID } from 'node:crypto';
import type { Msg } from '@nats-io/transport-node';
import { isUuid, PhoenixError, type Contract } from '#libs/contracts';
import { childOf, correlationIdFrom, type RequestContext } from '#libs/telemetry';
import { bearerToken } from '../wire/authorization.js';
import { header, headersOf } from '../wire/headers.js';
import { decodeObject, invalidBody } from '../wire/json.js';

const longestWaitMs = 5 * 60_000;
/** What the headers of a request say; everything in them is optional, so that a bare NATS client may leave them out. */
export interface RequestHeaders {
  readonly callerName: string;
  readonly token: string | undefined;
  readonly correlationId: string;
  readonly messageId: string;
  readonly traceparent: string;
  readonly deadline: number;
  /** The headers could not be read at all. */
  readonly malformed: boolean;
}

export function readHeaders(contract: Contract, message: Msg, receivedAt: number): RequestHeaders {
  const all = headersOf(message);
  const malformed = all === 'malformed';
  const get = (name: string) => (malformed ? undefined : all?.get(name) || undefined);
  const messageId = get(header.messageId);
  return {
    callerName: message.subject.slice(message.subject.lastIndexOf('.') + 1),
    token: bearerToken(get(header.authorization)),
    correlationId: correlationIdFrom(get(header.correlationId)),
    messageId: messageId && isUuid(messageId) ? messageId : randomUUID(),
    traceparent: childOf(get(header.traceparent)),
    deadline: receivedAt + timeLeftMs(get(header.timeLeftMs), contract),
    malformed,
  };
}

/** What all that the request causes has in common. */
export function contextOf({
  correlationId,
  traceparent,
  callerName: service,
}: RequestHeaders): RequestContext {
  return { correlationId, traceparent, service };
}

/** The request's body as a JSON object. Refusals: `TIMED_OUT` when nobody waits any more, `PAYLOAD_TOO_LARGE`, `INVALID_MESSAGE`. */
export function readBody(
  contract: Contract,
  message: Msg,
  { deadline, malformed }: RequestHeaders,
): Record<string, unknown> {
  if (performance.now() >= deadline) {
    throw new PhoenixError('TIMED_OUT', 'The time for this request was over when it arrived.', {
      afterMs: 0,
    });
  }
  if (malformed) throw invalidBody('has headers that cannot be read', 'headers');
  const { maxBytes: limitBytes } = contract;
  const actualBytes = message.data.length;
  if (actualBytes > limitBytes) {
    const sentence = `The message has ${actualBytes} bytes; at most ${limitBytes} are taken.`;
    throw new PhoenixError('PAYLOAD_TOO_LARGE', sentence, { limitBytes, actualBytes });
  }
  return decodeObject(message.data);
}

function timeLeftMs(value: string | undefined, contract: Contract): number {
  const asked = value === undefined ? NaN : Number(value);
  return Number.isFinite(asked) ? Math.min(asked, longestWaitMs) : contract.timeoutMs;
}
