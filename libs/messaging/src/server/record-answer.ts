import type { Contract } from '#libs/contracts';
import { histogram } from '#libs/telemetry';
import type { EndpointRuntime } from './endpoint-runtime.js';
import type { EndpointStats } from './endpoint-stats.js';
import type { RequestHeaders } from './read-request.js';

const durations = histogram(
  'phoenix_request_server_duration_seconds',
  'Time from receiving a request to answering it',
  ['contract', 'outcome'],
);

interface Answering {
  readonly contract: Contract;
  readonly stats: EndpointStats;
  readonly runtime: EndpointRuntime;
}

/** Writes down that a request was answered, with an error's code or without: figures, hop and log line. */
export function recordAnswer(
  { contract, stats, runtime }: Answering,
  facts: RequestHeaders,
  receivedAt: number,
  code: string | undefined,
): void {
  const elapsedMs = performance.now() - receivedAt;
  stats.count(elapsedMs, code);
  const outcome = code ?? 'ok';
  const { kind, subject: what } = contract;
  const { correlationId, messageId, callerName: caller } = facts;
  runtime.recent.add({
    kind: 'answered',
    what,
    outcome,
    startedAt: receivedAt,
    correlationId,
    messageId,
    caller,
  });
  durations.observe({ contract: what, outcome }, elapsedMs / 1000);
  const line = { contract: what, caller, outcome, ms: Math.round(elapsedMs) };
  // A query changed nothing; everything else is news.
  runtime.log[kind === 'query' ? 'debug' : 'info'](line, 'answered');
}

/** Writes down that a message was turned away unread. */
export function recordTurnedAway({ contract, stats }: Answering): void {
  stats.count(0, 'OVERLOADED');
  durations.observe({ contract: contract.subject, outcome: 'OVERLOADED' }, 0);
}
