import { setTimeout as delay } from 'node:timers/promises';
import { isKeyed, PhoenixError, type Contract } from '#libs/contracts';

const firstBackoffMs = 25;
const longestBackoffMs = 400;

/**
 * How long one attempt may take. A keyed command keeps time for another with the same key (R14); anything else, and
 * work that takes its time, has one attempt only.
 */
export function attemptMs(contract: Contract, timeLeftMs: number): number {
  return isKeyed(contract) && !contract.refusals.includes('WORK_UNDER_WAY')
    ? Math.max(timeLeftMs * 0.3, Math.min(timeLeftMs, 500))
    : timeLeftMs;
}

/** True when asking again with the same key is safe and may help. */
export function mayRetry(contract: Contract, error: unknown): boolean {
  return isKeyed(contract) && error instanceof PhoenixError && error.kind === 'unavailable';
}

/** Waits before the next attempt: longer each time, never in step with others, never past the deadline. */
export async function backOff(
  attempt: number,
  timeLeftMs: number,
  signal?: AbortSignal,
): Promise<void> {
  const longest = Math.min(firstBackoffMs * 2 ** attempt, longestBackoffMs, timeLeftMs);
  await delay(longest * (0.5 + Math.random() / 2), undefined, { signal });
}

/** Says of a command or a stream that ran out of attempts what is true: whether it happened is not known (R14). */
export function withOutcome(contract: Contract, error: unknown): unknown {
  if (contract.kind === 'query' || !(error instanceof PhoenixError)) return error;
  if (error.is('TIMED_OUT') || error.is('UNAVAILABLE')) {
    const details = { ...error.details, outcome: 'unknown' as const };
    return new PhoenixError(error.code, error.message, details as never, { cause: error });
  }
  return error;
}
