import { errors } from '@nats-io/nats-core';
import type { PhoenixError } from '#libs/contracts';
import { unavailable } from '../client/reply-inbox.js';

const away = [
  errors.TimeoutError,
  errors.NoRespondersError,
  errors.RequestError,
  errors.ConnectionError,
  errors.ClosedConnectionError,
  errors.DrainingConnectionError,
];

/** `UNAVAILABLE` when an error says that the broker did not answer in time, or is away; undefined for any other error. */
export function unavailableBroker(error: unknown): PhoenixError<'UNAVAILABLE'> | undefined {
  if (!away.some((kind) => error instanceof kind)) return undefined;
  return unavailable('the message broker did not answer it in time', error);
}
