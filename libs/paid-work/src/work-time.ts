import { PhoenixError, type RequestOf, type releaseHold } from '#libs/contracts';

export type GiveBackReason = RequestOf<typeof releaseHold>['reason'];

/** How long work under way may go on once its service leaves, in milliseconds. */
const leavingMs = 3_000;
/** Kept of the caller's time to give the hold back and say so, in milliseconds. */
export const answerMs = 300;

export interface WorkLimits {
  /** The longest that the work may take. */
  readonly limitMs: number;
  /** `performance.now()` by which the caller needs its answer. */
  readonly deadline: number;
  /** Aborts when nobody wants it any more. */
  readonly cancelled: AbortSignal | undefined;
  /** Aborts when the service takes no more requests. */
  readonly leaving: AbortSignal;
}

/** Why work was ended before it was done. */
export class WorkEnded extends Error {
  constructor(readonly reason: GiveBackReason) {
    super(`The work was ended: ${reason}.`);
  }
}

/**
 * Gives work its time: until its limit, its caller's deadline, its user's cancelling, or shortly after the service
 * began to leave. Then its signal aborts, and `WorkEnded` is thrown whether the work heeds it or not.
 */
export async function withinTime<Work>(
  { limitMs, deadline, cancelled, leaving }: WorkLimits,
  work: (signal: AbortSignal) => Promise<Work>,
): Promise<Work> {
  const time = new AbortController();
  const timers: NodeJS.Timeout[] = [];
  const end = (reason: GiveBackReason) => time.abort(new WorkEnded(reason));
  const endAfter = (ms: number, reason: GiveBackReason) =>
    timers.push(setTimeout(() => end(reason), ms));
  const cancel = () => time.abort(endOfCancelled(cancelled!));
  const leave = () => endAfter(leavingMs, 'abandoned');
  endAfter(Math.min(limitMs, Math.max(0, deadline - performance.now() - answerMs)), 'timed-out');
  const listening = [
    [cancelled, cancel],
    [leaving, leave],
  ] as const;
  for (const [signal, heed] of listening) {
    if (signal?.aborted) heed();
    signal?.addEventListener('abort', heed, { once: true });
  }
  try {
    time.signal.throwIfAborted();
    return await Promise.race([work(time.signal), whenAborted(time.signal)]);
  } catch (error) {
    // Whatever the work throws when it is told to end, it was ended.
    throw time.signal.aborted ? time.signal.reason : error;
  } finally {
    for (const timer of timers) clearTimeout(timer);
    for (const [signal, heed] of listening) signal?.removeEventListener('abort', heed);
  }
}

/** How work ends whose signal says that nobody wants it; a streamed reply's says so too of time, and when its service leaves. */
export function endOfCancelled({ reason }: AbortSignal): WorkEnded {
  const code = reason instanceof PhoenixError ? reason.code : undefined;
  if (code === 'TIMED_OUT') return new WorkEnded('timed-out');
  return new WorkEnded(code === 'UNAVAILABLE' ? 'abandoned' : 'cancelled');
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_done, fail) => {
    const abort = () => fail(signal.reason as WorkEnded);
    signal.addEventListener('abort', abort, { once: true });
  });
}
