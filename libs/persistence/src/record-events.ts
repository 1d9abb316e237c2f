import type { EntityManager } from 'typeorm';
import type { Cause, EventContract, NewEvent } from '#libs/contracts';
import { encodeEvent } from './encode-event.js';
import { sqlState } from './postgres-errors.js';
import type { StoringService } from './roles.js';
import { SubjectVersionTaken } from './subject-version-taken.js';

/** The channel on which a commit wakes the relays; its payload is the service. */
export const outboxChannel = 'phoenix_outbox';

/** An event whose version was taken under its subject's lock, in this transaction (R2). */
export interface EventToRecord<E extends EventContract = EventContract> extends NewEvent<E> {
  readonly subjectVersion: number;
  /** A new uuid unless given. */
  readonly id?: string;
}

export interface RecordedBatch {
  readonly source: StoringService;
  readonly cause: Cause;
  readonly occurredAt: Date | string;
  readonly events: readonly EventToRecord[];
}

/**
 * Adds events to the outbox in the caller's transaction, so that they are told if and only if it commits; returns
 * their ids in order. Refuses data that the contract does not know, more than 64 KiB, and a version taken twice.
 */
export async function recordEvents(tx: EntityManager, batch: RecordedBatch): Promise<string[]> {
  const { source, cause, occurredAt } = batch;
  if (batch.events.length === 0) return [];
  const rows = batch.events.map((event) => encodeEvent(source, event));
  const column = <K extends keyof (typeof rows)[number]>(name: K) => rows.map((row) => row[name]);
  try {
    await tx.query(insertAndWake, [
      column('id'),
      column('type'),
      column('eventVersion'),
      column('userId'),
      column('subjectVersion'),
      column('data'),
      cause.actorId,
      cause.correlationId,
      cause.causationId,
      cause.traceparent,
      occurredAt,
      outboxChannel,
      source,
    ]);
  } catch (error) {
    throw takenTwice(error) ? new SubjectVersionTaken(source, error) : error;
  }
  return column('id');
}

const insertAndWake = `
  WITH recorded AS (
    INSERT INTO outbox (event_id, type, event_version, subject_user_id, subject_version, data,
                        actor_id, correlation_id, causation_id, traceparent, occurred_at)
    SELECT id, type, event_version, user_id, version, data, $7, $8, $9, $10, $11
    FROM unnest($1::uuid[], $2::text[], $3::int[], $4::uuid[], $5::bigint[], $6::text[])
      WITH ORDINALITY AS e (id, type, event_version, user_id, version, data, position)
    ORDER BY position
  )
  SELECT pg_notify($12, $13)`;

function takenTwice(error: unknown): boolean {
  const { constraint } = (error ?? {}) as { constraint?: string };
  return sqlState(error) === '23505' && constraint === 'outbox_subject_version';
}
