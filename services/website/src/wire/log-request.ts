import type { FastifyReply, FastifyRequest } from 'fastify';
import { runInContext, type Log } from '#libs/telemetry';
import { factsOf } from './request-facts.js';

/** Asked every few seconds by machines. */
const probes = new Set(['/live', '/ready', '/health', '/metrics']);

/** nginx's status for a client that left before its answer; only the log has it. */
const clientLeft = 499;

/** One line a request, without headers, body or the ids in its path. */
export function logRequest(log: Log, request: FastifyRequest, reply: FastifyReply): void {
  const facts = factsOf(request);
  const route = request.routeOptions.url ?? '(unknown)';
  const line = {
    method: request.method,
    route,
    status: facts.clientGone.signal.aborted ? clientLeft : reply.statusCode,
    ms: Math.round(performance.now() - facts.startedAt),
    ...(facts.problem && { problem: facts.problem }),
  };
  const level = probes.has(route) ? 'debug' : 'info';
  runInContext(facts, () => log[level](line, 'answered'));
}
