import type { EventContract } from '#libs/contracts';
import { eventStoreWitness } from './event-store-witness.js';
import { defineReadModel, defineTable, type EventOf } from './read-model.js';

const events = defineTable({
  name: 'event_store',
  columns: {
    event_id: 'uuid NOT NULL',
    epoch: 'uuid NOT NULL',
    stream_sequence: 'bigint NOT NULL',
    event_type: 'text NOT NULL',
    event_version: 'int NOT NULL',
    source: 'text NOT NULL',
    subject_user_id: 'uuid',
    subject_version: 'bigint NOT NULL',
    actor_user_id: 'uuid',
    correlation_id: 'text NOT NULL',
    causation_id: 'text NOT NULL',
    trace_id: 'text',
    occurred_at: 'timestamptz NOT NULL',
    recorded_at: 'timestamptz NOT NULL',
    event_data: 'jsonb NOT NULL',
  },
  constraints: [
    'PRIMARY KEY (stream_sequence)',
    'UNIQUE (event_id)',
    'UNIQUE NULLS NOT DISTINCT (source, subject_user_id, subject_version)',
  ],
  indexes: [
    '(subject_user_id, stream_sequence)',
    '(event_type, occurred_at)',
    '(correlation_id)',
    '(source, occurred_at)',
  ],
  months: 'occurred_at',
  rows: 'added for ever',
  of: { user: 'subject_user_id', place: 'stream_sequence' },
});

/** Every event of every service, also of types that nobody here knows: who, what, when, from where, caused by what. */
export const eventStore = defineReadModel({
  name: 'event-store',
  version: 1,
  reads: 'every event',
  tables: [events],
  project: projectEvent,
  witness: eventStoreWitness,
});

function projectEvent(event: EventOf<EventContract>) {
  const { envelope } = event;
  return {
    event_store: [
      {
        event_id: envelope.id,
        epoch: event.epoch,
        stream_sequence: event.sequence,
        event_type: envelope.type,
        event_version: envelope.eventVersion,
        source: envelope.source,
        subject_user_id: envelope.userId,
        subject_version: envelope.subjectVersion,
        actor_user_id: envelope.actorId,
        correlation_id: envelope.correlationId,
        causation_id: envelope.causationId,
        trace_id: event.traceId,
        occurred_at: envelope.occurredAt,
        recorded_at: event.recordedAt,
        event_data: event.json,
      },
    ],
  };
}
