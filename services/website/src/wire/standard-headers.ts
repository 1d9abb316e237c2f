import type { FastifyReply } from 'fastify';
import type { RequestFacts } from './request-facts.js';

/** On every answer: who it belongs to, and that nobody may keep it, guess its type or learn where it was asked from. */
export function standardHeaders(correlationId: string): Record<string, string> {
  return {
    'x-correlation-id': correlationId,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  };
}

export function setStandardHeaders(reply: FastifyReply, { correlationId }: RequestFacts): void {
  void reply.headers(standardHeaders(correlationId));
}
