import type { Witness } from '../verify/witness.js';

const utf8 = new TextDecoder();

/** Vouches for who, what, when and the data of every event, by the bytes that the stream holds. */
export function eventStoreWitness(): Witness {
  return {
    take(fact) {
      const { id, type, source, userId, subjectVersion, occurredAt, actorId } = fact.envelope;
      const row = {
        stream_sequence: fact.sequence,
        event_id: id,
        event_type: type,
        source,
        subject_user_id: userId,
        subject_version: subjectVersion,
        actor_user_id: actorId,
        occurred_at: occurredAt,
        event_data: utf8.decode(fact.bytes),
      };
      return [{ table: 'event_store', row, fact }];
    },
    last: () => [],
  };
}
