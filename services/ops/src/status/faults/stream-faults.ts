import type { HouseStatus } from '../house-status.js';
import { isUnknown } from '../unknown.js';
import { inRunbook, sentence, type Fault } from './fault.js';

/** Above this share of its limit the stream needs room soon; when it is full nothing is published any more (R21). */
const fullFrom = 0.8;

export function streamFaults({ stream }: HouseStatus): Fault[] {
  if (stream === null) {
    return [
      {
        wrong: 'The event stream PHOENIX_EVENTS does not exist.',
        help: 'The projector creates it in a new house. In one that has events, every service keeps its own in its outbox: leave Postgres as it is, and `npm run phoenix -- stream restore` tells what comes back.',
      },
    ];
  }
  if (isUnknown(stream)) {
    return [
      {
        wrong: `The event stream could not be asked: ${sentence(stream.unknown)}`,
        help: 'NATS must run with JetStream (`jetstream` in its configuration) and have room on its disk.',
      },
    ];
  }
  const drift = stream.drift.map((setting) => ({
    wrong: `A setting of the event stream is not as declared: ${sentence(setting)}`,
    help: 'It was changed by hand, or nats-server is older than 2.12 and ignored it: set it back, or update the server.',
  }));
  const { bytes, maxBytes } = stream;
  if (maxBytes <= 0 || bytes < fullFrom * maxBytes) return drift;
  return [
    {
      wrong: `The event stream is ${Math.floor((100 * bytes) / maxBytes)} % full; at 100 % no event is published any more.`,
      help: inRunbook('The event stream must be made anew'),
    },
    ...drift,
  ];
}
