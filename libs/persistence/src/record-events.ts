import type { EntityManager } from 'typeorm';
import type { Cause } from '#libs/contracts';
import { encodeEvent, type EventToRecord } from './encode-event.js';
import { eventValues, insertEvents } from './insert-events.js';
import { sqlState } from './postgres-errors.js';
import type { StoringService } from './roles.js';
import { SubjectVersionTaken } from './subject-version-taken.js';

/** The channel on which a commit wakes the relays; its payload is the service. */
export const outboxChannel = 'phoenix_outbox';

/** Wakes the relays of a service. */
export const wakeRelays = { name: 'wake-relays', text: 'SELECT pg_notify($1, $2)' };

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
  const { source, cause } = batch;
  if (batch.events.length === 0) return [];
  const occurredAt = new Date(batch.occurredAt).toISOString();
  const rows = batch.events.map((event) => encodeEvent(source, event, cause, occurredAt));
  try {
    await tx.query(`WITH recorded AS (${insertEvents.text}) SELECT pg_notify($12, $13)`, [
      ...eventValues(rows),
      outboxChannel,
      source,
    ]);
  } catch (error) {
    throw takenTwice(error) ? new SubjectVersionTaken(source, error) : error;
  }
  return rows.map((row) => row.id);
}

function takenTwice(error: unknown): boolean {
  const { constraint } = (error ?? {}) as { constraint?: string };
  return sqlState(error) === '23505' && constraint === 'outbox_subject_version';
}
