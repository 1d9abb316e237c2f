import { type ErrorCode, errors, type PhoenixError } from '#libs/contracts';

const unlessToldMs = 2_000;

/** After how many whole seconds a retry makes sense; undefined when a retry alone does not help. */
export function retryAfterSeconds(error: PhoenixError): number | undefined {
  if (!tellsWhenToRetry(error.code)) return undefined;
  const { retryAfterMs = unlessToldMs } = error.details as { retryAfterMs?: number };
  return Math.max(1, Math.ceil(retryAfterMs / 1_000));
}

/** True for errors that a retry alone may help. */
export function tellsWhenToRetry(code: ErrorCode): boolean {
  return errors[code].kind === 'unavailable' || 'retryAfterMs' in errors[code].details.shape;
}
