import { plainArray, textArray } from './array-literal.js';
import type { EventRow } from './encode-event.js';

/** Adds rows to the outbox in the order given; `eventValues` are its values. */
export const insertEvents = {
  name: 'insert-events',
  text: `
    INSERT INTO outbox (event_id, type, event_version, subject_user_id, subject_version, occurred_at,
                        actor_id, correlation_id, causation_id, traceparent, data)
    SELECT id, type, event_version, user_id, version, occurred_at, actor_id, correlation_id, causation_id,
           traceparent, data
    FROM unnest($1::uuid[], $2::text[], $3::int[], $4::uuid[], $5::bigint[], $6::timestamptz[], $7::uuid[],
                $8::text[], $9::text[], $10::text[], $11::text[])
      WITH ORDINALITY AS e (id, type, event_version, user_id, version, occurred_at, actor_id, correlation_id,
                            causation_id, traceparent, data, position)
    ORDER BY position`,
};

export function eventValues(rows: readonly EventRow[]): string[] {
  return [
    plainArray(rows.map((row) => row.id)),
    plainArray(rows.map((row) => row.type)),
    plainArray(rows.map((row) => row.eventVersion)),
    plainArray(rows.map((row) => row.userId)),
    plainArray(rows.map((row) => row.subjectVersion)),
    plainArray(rows.map((row) => row.occurredAt)),
    plainArray(rows.map((row) => row.actorId)),
    textArray(rows.map((row) => row.correlationId)),
    textArray(rows.map((row) => row.causationId)),
    textArray(rows.map((row) => row.traceparent)),
    textArray(rows.map((row) => row.data)),
  ];
}
