import { setTimeout as pause } from 'node:timers/promises';
import { PhoenixError } from '#libs/contracts';
import type { Ops } from '../ops.js';

const everyMs = 500;

interface Patience {
  /** Half a minute by default. */
  readonly withinMs?: number;
  /** Whether an error may be gone in a moment; by default one of somebody who is away or too busy. */
  readonly mayPass?: (error: PhoenixError) => boolean;
}

/**
 * Asks again while the answer is an error that may be gone in a moment; when the time is over, or whoever watches stops,
 * it is thrown. Only for what may be asked twice.
 */
export async function patiently<T>(
  { signal }: Pick<Ops, 'signal'>,
  ask: () => Promise<T>,
  { withinMs = 30_000, mayPass = isAway }: Patience = {},
): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      const passes = error instanceof PhoenixError && mayPass(error);
      if (!passes || signal.aborted || performance.now() > end) throw error;
      await pause(everyMs, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** Whoever should answer is too busy, or is being started. */
function isAway(error: PhoenixError): boolean {
  return error.is('UNAVAILABLE') || error.is('TIMED_OUT');
}
