import type { FastifyRequest } from 'fastify';
import { bearerToken, type Caller } from '#libs/messaging';
import { factsOf } from './request-facts.js';

/** How long one HTTP request may take in all, its messages to other services included; longer where its contract says so. */
const usualMs = 10_000;

/** The HTTP request as the start of messages: its correlation id, trace and token, until its client goes away. */
export function callerOf(request: FastifyRequest, contractMs = 0): Caller {
  const { correlationId, traceparent, clientGone } = factsOf(request);
  return {
    correlationId,
    traceparent,
    token: bearerToken(request.headers.authorization),
    deadline: performance.now() + Math.max(usualMs, contractMs),
    signal: clientGone.signal,
  };
}
