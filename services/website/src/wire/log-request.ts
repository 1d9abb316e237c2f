import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RecentHops } from '#libs/messaging';
import { runInContext, type Log } from '#libs/telemetry';
import { factsOf } from './request-facts.js';

/** Asked every few seconds by machines. */
const probes = new Set(['/live', '/ready', '/health', '/metrics']);

/** nginx's status for a client that left before its answer; only the log has it. */
const clientLeft = 499;

/** One line a request, without headers, body or the ids in its path; and one hop, for whoever asks what became of it. */
export function logRequest(
  { log, recent }: { readonly log: Log; readonly recent: RecentHops },
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const facts = factsOf(request);
  const route = request.routeOptions.url ?? '(unknown)';
  const status = facts.clientGone.signal.aborted ? clientLeft : reply.statusCode;
  const line = {
    method: request.method,
    route,
    status,
    ms: Math.round(performance.now() - facts.startedAt),
    ...(facts.problem && { problem: facts.problem }),
  };
  const probe = probes.has(route);
  runInContext(facts, () => log[probe ? 'debug' : 'info'](line, 'answered'));
  if (probe) return;
  const outcome = facts.problem ?? String(status);
  recent.add({ kind: 'http', what: `${request.method} ${route}`, outcome, ...facts });
}
