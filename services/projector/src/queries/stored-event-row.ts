import type { listEvents, ReplyOf } from '#libs/contracts';

export type StoredEvent = ReplyOf<typeof listEvents>['events'][number];

export interface StoredEventRow extends Omit<
  StoredEvent,
  'sequence' | 'subjectVersion' | 'occurredAt' | 'recordedAt'
> {
  readonly sequence: string;
  readonly subjectVersion: string;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
}

/** The columns of the event store as they are told. */
export const storedEventColumns = `event_id AS "eventId", stream_sequence AS sequence, event_type AS type,
  event_version AS "eventVersion", source, subject_user_id AS "userId",
  subject_version AS "subjectVersion", actor_user_id AS "actorId",
  correlation_id AS "correlationId", causation_id AS "causationId",
  trace_id AS "traceId", occurred_at AS "occurredAt", recorded_at AS "recordedAt",
  event_data AS data`;

export function storedEventOf(row: StoredEventRow): StoredEvent {
  return {
    ...row,
    sequence: Number(row.sequence),
    subjectVersion: Number(row.subjectVersion),
    occurredAt: row.occurredAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
  };
}
