import type { PhoenixError } from '#libs/contracts';

/** After how many whole seconds a retry makes sense; undefined when a retry alone does not help. */
export function retryAfterSeconds(error: PhoenixError): number | undefined {
  if (error.kind !== 'unavailable') return undefined;
  return error.is('OVERLOADED') ? Math.max(1, Math.ceil(error.details.retryAfterMs / 1_000)) : 2;
}
