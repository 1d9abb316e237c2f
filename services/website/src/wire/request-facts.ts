import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Cause } from '#libs/contracts';
import { childOf, correlationIdFrom, type RequestContext } from '#libs/telemetry';

/** What is known of one HTTP request from its first byte on; every message that it causes carries it. */
export interface RequestFacts extends RequestContext {
  readonly messageId: string;
  /** `performance.now()` at its first byte. */
  readonly startedAt: number;
  /** Aborts when the client goes away before its answer. */
  readonly clientGone: AbortController;
  /** True once its route has read its idempotency key: routes without one ignore the header. */
  keyed?: boolean;
  /** The code of the problem that it was answered with. */
  problem?: string;
}

const known = new WeakMap<object, RequestFacts>();

/** The facts of a request, made when first asked for: a malformed URL is refused before any hook has run. */
export function factsOf({ raw }: FastifyRequest): RequestFacts {
  const existing = known.get(raw);
  if (existing) return existing;
  const correlationId = header(raw.headers, 'x-correlation-id', 'phoenix-correlation-id');
  const facts: RequestFacts = {
    correlationId: correlationIdFrom(correlationId),
    traceparent: childOf(header(raw.headers, 'traceparent')),
    messageId: randomUUID(),
    startedAt: performance.now(),
    clientGone: new AbortController(),
  };
  known.set(raw, facts);
  return facts;
}

/** What an event says of this request as its cause. */
export function causeOf(request: FastifyRequest, actorId: string): Cause {
  const { correlationId, messageId: causationId, traceparent } = factsOf(request);
  return { actorId, correlationId, causationId, traceparent };
}

function header(headers: FastifyRequest['raw']['headers'], ...names: string[]): string | undefined {
  return names.map((name) => headers[name]).find((value) => typeof value === 'string');
}
