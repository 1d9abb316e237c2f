import { appendOnly } from './append-only.js';
import { maxEventBytes } from './event-limits.js';
import { runTimeRole, type StoringService } from './roles.js';

/**
 * SQL for a service's first migration: its event log (`outbox`), and the versions of subjects that have no other row
 * to lock (`stream_head`). Events are added and marked as published, never changed or deleted (R15).
 */
export function outboxTables(service: StoringService): string {
  return `
    CREATE TABLE ${service}.outbox (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      event_id uuid NOT NULL CONSTRAINT outbox_event_id UNIQUE,
      type text NOT NULL,
      event_version int NOT NULL,
      subject_user_id uuid,
      subject_version bigint NOT NULL CHECK (subject_version > 0),
      actor_id uuid,
      correlation_id text NOT NULL,
      causation_id text NOT NULL,
      traceparent text NOT NULL,
      occurred_at timestamptz NOT NULL,
      recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      data text NOT NULL
        CONSTRAINT outbox_data_size CHECK (octet_length(data) <= ${maxEventBytes}),
      published_epoch uuid,
      published_seq bigint,
      CONSTRAINT outbox_subject_version
        UNIQUE NULLS NOT DISTINCT (subject_user_id, subject_version),
      CONSTRAINT outbox_published_as_a_whole
        CHECK ((published_epoch IS NULL) = (published_seq IS NULL))
    );
    CREATE INDEX outbox_unpublished ON ${service}.outbox (id) WHERE published_seq IS NULL;
    CREATE INDEX outbox_published ON ${service}.outbox (published_seq)
      WHERE published_seq IS NOT NULL;
    ${appendOnly(service, 'outbox', fixedColumns)}
    GRANT UPDATE (published_epoch, published_seq) ON ${service}.outbox TO ${runTimeRole(service)};

    CREATE TABLE ${service}.stream_head (
      subject_user_id uuid PRIMARY KEY,
      version bigint NOT NULL CHECK (version > 0)
    );
    GRANT UPDATE (version) ON ${service}.stream_head TO ${runTimeRole(service)};
  `;
}

const fixedColumns = [
  'id',
  'event_id',
  'type',
  'event_version',
  'subject_user_id',
  'subject_version',
  'actor_id',
  'correlation_id',
  'causation_id',
  'traceparent',
  'occurred_at',
  'recorded_at',
  'data',
] as const;
