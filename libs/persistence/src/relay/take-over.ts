import { failpoint } from '#libs/telemetry';
import { plainArray } from '../array-literal.js';
import type { EventRow } from '../encode-event.js';
import { eventValues, insertEvents } from '../insert-events.js';
import { sqlState } from '../postgres-errors.js';
import type { StoringService } from '../roles.js';
import type { OutboxLog, OutboxSession } from './outbox-log.js';
import type { OwnEvent } from './relay-stream.js';

/** Writes events of the service that its Postgres lacks, in their order, in the caller's transaction. */
export type WriteMissing = (tx: OutboxSession, events: readonly EventRow[]) => Promise<void>;

/** Events cannot be taken over, in a sentence with what to do. */
export class CannotCatchUp extends Error {
  override readonly name = 'CannotCatchUp';
}

export interface TakeOverOptions {
  readonly service: StoringService;
  readonly outbox: OutboxLog;
  readonly write: WriteMissing;
}

/**
 * Writes down what Postgres lacks of these events, and marks all of them as published: one transaction, so that a crash
 * leaves a prefix of the stream (R20). Throws `CannotCatchUp` where Postgres tells something else by then.
 */
export async function takeOver(
  { service, outbox, write }: TakeOverOptions,
  epoch: string,
  events: readonly OwnEvent[],
): Promise<void> {
  const { session } = outbox;
  await session.query('BEGIN');
  // A thousand rows at a time are joined here, where the relay otherwise asks by key.
  await session.query('SET LOCAL enable_hashjoin = on');
  try {
    const unknown = await outbox.unknown(events, events.length);
    const bySequence = new Map(events.map((event) => [event.sequence, event]));
    const missing = unknown.map(({ sequence }) => rowOf(bySequence.get(sequence)!));
    if (missing.length > 0) await write(session, missing);
    await outbox.markFound(epoch, events);
    const upTo = events.at(-1)!.sequence;
    const problem = `Postgres is older than the event stream: what is missing is being taken over, and up to sequence ${upTo} it is.`;
    await outbox.writeAgreement({ state: 'catching-up', epoch, agreedUpTo: upTo, problem });
    await failpoint('catch-up.in-transaction');
    await session.query('COMMIT');
  } catch (error) {
    await session.query('ROLLBACK').catch(() => undefined);
    throw decidedOtherwise(error) ? forked(service, error) : error;
  }
  await failpoint('catch-up.after-commit');
}

/** For a service whose tables do not follow from its events: its event log, and the versions that it has given. */
export const writeEventLog: WriteMissing = async (tx, events) => {
  await tx.query(insertEvents, eventValues(events));
  await tx.query(raiseHeads, [
    plainArray(events.map((event) => event.userId)),
    plainArray(events.map((event) => event.subjectVersion)),
  ]);
};

const raiseHeads = {
  name: 'raise-heads',
  text: `INSERT INTO stream_head AS head (subject_user_id, version)
         SELECT coalesce(user_id, '00000000-0000-0000-0000-000000000000'), max(version)
         FROM unnest($1::uuid[], $2::bigint[]) AS told (user_id, version) GROUP BY user_id
         ON CONFLICT (subject_user_id) DO UPDATE SET version = greatest(head.version, excluded.version)`,
};

function rowOf(event: OwnEvent): EventRow {
  const { envelope, data } = event.read();
  const { source: _ours, ...told } = envelope;
  return { ...told, data };
}

function decidedOtherwise(error: unknown): boolean {
  const { constraint } = (error ?? {}) as { constraint?: string };
  return sqlState(error) === '23505' && constraint === 'outbox_subject_version';
}

function forked(service: StoringService, cause: unknown): CannotCatchUp {
  const { detail = '' } = cause as { detail?: string };
  const sentence = `The Postgres of ${service} has given a version that the event stream has for another event (${detail.replace(/\.$/, '')}): it took changes while it was behind. Put the backup back once more, and catch up before anything else.`;
  return new CannotCatchUp(sentence, { cause });
}
