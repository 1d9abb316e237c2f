import type { RecordedEvent } from '#libs/contracts';
import type { StoringService } from '../roles.js';

/** A row of the outbox as the driver returns it. */
export interface OutboxRow extends Record<string, unknown> {
  id: number;
  event_id: string;
  type: string;
  event_version: number;
  subject_user_id: string | null;
  subject_version: number;
  actor_id: string | null;
  correlation_id: string;
  causation_id: string;
  traceparent: string;
  occurred_at: string;
  data: string;
}

/** The event of one row; its data are handed on unparsed, byte for byte. */
export function readRow(source: StoringService, row: OutboxRow): RecordedEvent {
  return {
    envelope: {
      id: row.event_id,
      source,
      type: row.type,
      eventVersion: row.event_version,
      userId: row.subject_user_id,
      subjectVersion: row.subject_version,
      occurredAt: row.occurred_at,
      actorId: row.actor_id,
      correlationId: row.correlation_id,
      causationId: row.causation_id,
      traceparent: row.traceparent,
    },
    data: row.data,
  };
}
