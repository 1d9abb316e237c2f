import type { MsgHdrs } from '@nats-io/transport-node';
import {
  dataSchemaOf,
  serviceNames,
  type EventEnvelope,
  type RecordedEvent,
  type ServiceName,
} from '#libs/contracts';
import type { HeaderValues } from './header-values.js';
import { writtenHeaders, type Header } from '../wire/written-headers.js';

/** CloudEvents 1.0, binary mode: the attributes of an event as NATS headers; `more` follow them. */
export function eventHeaders({ envelope }: RecordedEvent, more: readonly Header[] = []): MsgHdrs {
  return writtenHeaders([
    ['Nats-Msg-Id', envelope.id],
    ['content-type', 'application/json'],
    ['ce-specversion', '1.0'],
    ['ce-id', envelope.id],
    ['ce-source', `phoenix/${envelope.source}`],
    ['ce-type', envelope.type],
    ['ce-subject', envelope.userId ?? undefined],
    ['ce-time', envelope.occurredAt],
    ['ce-dataschema', dataSchemaOf(envelope.type, envelope.eventVersion)],
    ['ce-subjectversion', String(envelope.subjectVersion)],
    ['ce-correlationid', envelope.correlationId],
    ['ce-causationid', envelope.causationId],
    ['ce-actorid', envelope.actorId ?? undefined],
    ['traceparent', envelope.traceparent],
    ...more,
  ]);
}

/** The envelope of a stored event. Throws, naming the header, when it is not one of ours. */
export function readEnvelope(all: HeaderValues | undefined): EventEnvelope {
  const optional = (name: string) => all?.get(name) || null;
  const needed = (name: string): string => {
    const value = optional(name);
    if (value === null) throw new Error(`the event has no ${name} header`);
    return value;
  };
  return {
    id: needed('ce-id'),
    source: sourceFrom(needed('ce-source')),
    type: needed('ce-type'),
    eventVersion: positiveInteger('ce-dataschema', needed('ce-dataschema').split(':').at(-1)),
    userId: optional('ce-subject'),
    subjectVersion: positiveInteger('ce-subjectversion', needed('ce-subjectversion')),
    occurredAt: needed('ce-time'),
    actorId: optional('ce-actorid'),
    correlationId: needed('ce-correlationid'),
    causationId: needed('ce-causationid'),
    traceparent: needed('traceparent'),
  };
}

function sourceFrom(value: string): ServiceName {
  const source = value.replace(/^phoenix\//, '') as ServiceName;
  if (!serviceNames.includes(source))
    throw new Error(`the event's ce-source is ${value}, which is no service of ours`);
  return source;
}

function positiveInteger(name: string, value: string | undefined): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 1)
    throw new Error(`the event's ${name} is not a version: ${value}`);
  return number;
}
