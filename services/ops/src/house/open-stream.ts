import { EventStream, type StreamPosition } from '#libs/messaging';
import { OpsError } from '../ops-error.js';
import type { House } from './with-house.js';

export interface OpenStream extends StreamPosition {
  readonly stream: EventStream;
}

/** The event stream and where it stands. Throws an `OpsError` when it does not exist. */
export async function openStream({ connection }: House): Promise<OpenStream> {
  const stream = await EventStream.open(connection);
  const position = await stream.position();
  if (!position) {
    throw new OpsError(
      'The event stream PHOENIX_EVENTS does not exist.',
      '`npm run phoenix -- status` says what to do.',
    );
  }
  return { stream, ...position };
}
