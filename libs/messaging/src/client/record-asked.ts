import { PhoenixError, type Contract } from '#libs/contracts';
import { histogram } from '#libs/telemetry';
import type { RecentHops } from '../hops/recent-hops.js';
import type { Caller } from './caller.js';

const durations = histogram(
  'phoenix_request_client_duration_seconds',
  'Time from sending a request to its answer, retries included',
  ['contract', 'outcome'],
);

/** One request on its way, with all its attempts. */
export interface Sending {
  readonly messageId: string;
  /** `performance.now()` when it was sent first. */
  readonly startedAt: number;
  attempts: number;
}

/** Writes down how a request of ours ended: undefined for an answer, else what was thrown. */
export function recordAsked(
  { subject: what }: Contract,
  { correlationId }: Caller,
  { sending, recent }: { readonly sending: Sending; readonly recent: RecentHops | undefined },
  error: unknown,
): void {
  const failed = error instanceof PhoenixError ? error.code : 'aborted';
  const outcome = error === undefined ? 'ok' : failed;
  recent?.add({ kind: 'asked', what, correlationId, ...sending, outcome });
  const elapsedMs = performance.now() - sending.startedAt;
  durations.observe({ contract: what, outcome }, elapsedMs / 1000);
}
