import { PhoenixError } from '#libs/contracts';
import { unavailable } from '../../client/reply-inbox.js';

/** The work goes on under this key for another request (R13). */
export function keyReused(idempotencyKey: string): PhoenixError<'IDEMPOTENCY_KEY_REUSED'> {
  const sentence = 'This key was used for another request; choose a new one.';
  return new PhoenixError('IDEMPOTENCY_KEY_REUSED', sentence, { idempotencyKey });
}

export function workTimedOut(afterMs: number): PhoenixError<'TIMED_OUT'> {
  return new PhoenixError('TIMED_OUT', `The work was not done within ${afterMs} ms.`, { afterMs });
}

/** Another service, or another user, began it. */
export function foreignStream(allowed: readonly string[]): PhoenixError<'FORBIDDEN'> {
  return new PhoenixError('FORBIDDEN', 'This stream is another caller’s.', {
    allowed: [...allowed],
  });
}

export function isLeaving(): PhoenixError<'UNAVAILABLE'> {
  return unavailable('this instance is leaving');
}
