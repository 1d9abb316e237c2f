import type { DataOf, EventContract } from './define.js';
import type { ServiceName } from './service-name.js';

/** Who and what caused the change that an event tells of; it travels with the event. */
export interface Cause {
  /** Who caused it: the user, or staff acting for the user; `null` when a service did. */
  readonly actorId: string | null;
  readonly correlationId: string;
  readonly causationId: string;
  readonly traceparent: string;
}

/** The CloudEvents attributes of one event, as code sees them. */
export interface EventEnvelope extends Cause {
  readonly id: string;
  readonly source: ServiceName;
  readonly type: string;
  readonly eventVersion: number;
  /** The user whom the event is about; `null` where there is none. */
  readonly userId: string | null;
  /** Position in the history of (source, user): 1, 2, 3 … without holes (R2). */
  readonly subjectVersion: number;
  readonly occurredAt: string;
}

/** An event that a service is about to record; its version is taken under the subject's lock. */
export interface NewEvent<E extends EventContract = EventContract> {
  readonly contract: E;
  readonly userId: string | null;
  readonly data: DataOf<E>;
}

/** The JetStream subject of an event (R1); `_` stands where there is no user. */
export function eventSubject(source: ServiceName, userId: string | null): string {
  return `phoenix.event.${source}.${userId ?? '_'}`;
}

/** The CloudEvents `dataschema` of an event type and version. */
export function dataSchemaOf(type: string, eventVersion: number): string {
  return `urn:phoenix:event:${type}:${eventVersion}`;
}

/** An event as it is kept in an outbox and sent to the stream: the data are the exact bytes, as JSON text. */
export interface RecordedEvent {
  readonly envelope: EventEnvelope;
  readonly data: string;
}
