import { headers, type MsgHdrs } from '@nats-io/transport-node';
import {
  dataSchemaOf,
  serviceNames,
  type EventEnvelope,
  type RecordedEvent,
  type ServiceName,
} from '#libs/contracts';

/** CloudEvents 1.0, binary mode: the attributes of an event as NATS headers. */
export function eventHeaders({ envelope }: RecordedEvent): MsgHdrs {
  const all = headers();
  all.set('Nats-Msg-Id', envelope.id);
  all.set('content-type', 'application/json');
  all.set('ce-specversion', '1.0');
  all.set('ce-id', envelope.id);
  all.set('ce-source', `phoenix/${envelope.source}`);
  all.set('ce-type', envelope.type);
  if (envelope.userId) all.set('ce-subject', envelope.userId);
  all.set('ce-time', envelope.occurredAt);
  all.set('ce-dataschema', dataSchemaOf(envelope.type, envelope.eventVersion));
  all.set('ce-subjectversion', String(envelope.subjectVersion));
  all.set('ce-correlationid', envelope.correlationId);
  all.set('ce-causationid', envelope.causationId);
  if (envelope.actorId) all.set('ce-actorid', envelope.actorId);
  all.set('traceparent', envelope.traceparent);
  return all;
}

/** The envelope of a stored event. Throws, naming the header, when it is not one of ours. */
export function readEnvelope(all: MsgHdrs | undefined): EventEnvelope {
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
