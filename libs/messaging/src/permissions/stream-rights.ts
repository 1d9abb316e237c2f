import type { ServiceCharter, ServiceName } from '#libs/contracts';
import { jetStreamApi } from '../jetstream.js';
import { ownLogConsumer, ownLogFilter } from '../stream/own-log.js';
import { streamName } from '../stream/stream-definition.js';
import type { Right } from './right.js';

const ask = (request: string, why: string): Right => ({
  subject: `${jetStreamApi}.${request}`,
  why,
});

/** What a service that tells events publishes: them, and the questions of its relay about its own log. */
export function tellingRights(service: ServiceName, { emits }: ServiceCharter): Right[] {
  if (emits.length === 0) return [];
  const consumer = `${streamName}.${ownLogConsumer(service)}`;
  const filter = ownLogFilter(service);
  const why = 'reads its own events back (R18)';
  return [
    { subject: filter, why: `emits ${emits.map(({ type }) => type).join(', ')}` },
    ask(`STREAM.INFO.${streamName}`, 'asks where the stream stands (R18)'),
    ask(`CONSUMER.CREATE.${consumer}.${filter}`, why),
    ...['INFO', 'MSG.NEXT', 'DELETE'].map((verb) => ask(`CONSUMER.${verb}.${consumer}`, why)),
  ];
}

/** What a service that reads every event asks of the stream. */
export function readingRights({ reads }: ServiceCharter): Right[] {
  if (reads.length === 0) return [];
  const why = 'reads every event of the stream';
  return [
    ask(`STREAM.INFO.${streamName}`, 'asks where the stream stands (R18)'),
    ...['CREATE', 'INFO', 'MSG.NEXT', 'DELETE'].map((verb) =>
      ask(`CONSUMER.${verb}.${streamName}.*`, why),
    ),
  ];
}

/** What the one service that creates the stream may do with it besides reading. */
export function streamKeepingRights({ createsStream }: ServiceCharter): Right[] {
  if (!createsStream) return [];
  return [
    ask(`STREAM.CREATE.${streamName}`, 'creates the stream where none ever was (R18)'),
    ask(`DIRECT.GET.${streamName}`, 'compares an event with its checkpoint (R18)'),
  ];
}
