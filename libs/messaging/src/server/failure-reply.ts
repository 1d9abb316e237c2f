import { PhoenixError, type Contract } from '#libs/contracts';
import { encodeError } from '../wire/error-reply.js';
import type { EncodedReply } from './encode-reply.js';
import type { EndpointRuntime } from './endpoint-runtime.js';
import { unavailableBroker } from './unavailable-broker.js';

/** What a caller hears of an error: what it says when it is one of the table, else `INTERNAL`, and our log the rest. */
export function failureReply(
  error: unknown,
  { subject }: Contract,
  { log, translate }: EndpointRuntime,
): EncodedReply {
  const named =
    error instanceof PhoenixError ? error : (translate?.(error) ?? unavailableBroker(error));
  if (named) return { code: named.code, ...encodeError(named) };
  log.error({ err: error, contract: subject }, 'a handler failed');
  const known = new PhoenixError(
    'INTERNAL',
    'Something went wrong on our side; nothing more is known here.',
    {},
  );
  return { code: 'INTERNAL', ...encodeError(known) };
}

/** `OVERLOADED`, for messages that are not looked at. */
export function overloaded(): PhoenixError<'OVERLOADED'> {
  const sentence = 'The service has more requests than it can take; ask again in a moment.';
  return new PhoenixError('OVERLOADED', sentence, { retryAfterMs: 250 });
}
