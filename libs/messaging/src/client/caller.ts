import { randomUUID } from 'node:crypto';
import { newTrace } from '#libs/telemetry';

/** On whose behalf, and as part of what, a request is sent: a handler's call, or a request of the website. */
export interface Caller {
  readonly correlationId: string;
  /** What caused this request; a new request carries it on until it is a message of its own. */
  readonly traceparent: string;
  /** The user's access token, passed on as it came. */
  readonly token?: string | undefined;
  /** `performance.now()` by which the answer is needed. */
  readonly deadline?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A caller that starts something by itself: a tool, a timer, a test. */
export function newCaller(token?: string): Caller {
  return { correlationId: randomUUID(), traceparent: newTrace(), token };
}
