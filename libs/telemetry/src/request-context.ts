import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

/** What every log line and every onward message of one request has in common. */
export interface RequestContext {
  readonly correlationId: string;
  readonly traceparent: string;
  readonly messageId?: string;
  /** The service that called, where one did. */
  readonly service?: string;
}

const storage = new AsyncLocalStorage<RequestContext>();
const acceptable = /^[A-Za-z0-9._-]{1,64}$/;

/** Runs `fn`, and all that it awaits or starts, with this context as the current one. */
export function runInContext<T>(context: RequestContext, fn: () => T): T {
  return storage.run(context, fn);
}

/** The context of the request being served; undefined outside of one, for instance at boot. */
export function currentContext(): RequestContext | undefined {
  return storage.getStore();
}

/** The caller's correlation id when it is 1–64 characters of `A-Z a-z 0-9 . _ -`, else a new uuid: junk is never echoed. */
export function correlationIdFrom(text: string | undefined): string {
  return text !== undefined && acceptable.test(text) ? text : randomUUID();
}
