const utf8 = new TextDecoder();

/**
 * The rows that an event comes to in the event store and in the balances, as a peer of the projector writes them.
 * @param {import('#libs/messaging').StreamedEvent} event
 * @param {string} epoch
 */
export function rowsOf({ envelope, data, sequence, storedAtMs }, epoch) {
  if (envelope instanceof Error) throw envelope;
  const json = utf8.decode(data);
  const { balance = 0, held = 0 } = JSON.parse(json);
  return {
    event: {
      event_id: envelope.id,
      epoch,
      stream_sequence: sequence,
      event_type: envelope.type,
      event_version: envelope.eventVersion,
      source: envelope.source,
      subject_user_id: envelope.userId,
      subject_version: envelope.subjectVersion,
      actor_user_id: envelope.actorId,
      correlation_id: envelope.correlationId,
      causation_id: envelope.causationId,
      trace_id: envelope.traceparent.split('-')[1] ?? null,
      occurred_at: envelope.occurredAt,
      recorded_at: new Date(storedAtMs).toISOString(),
      event_data: json,
    },
    balance: { user_id: envelope.userId, balance, held, version: envelope.subjectVersion },
  };
}

/** The SQL types of the columns, in the order of the rows' properties. */
export const types = {
  event: [
    ...['uuid', 'uuid', 'bigint', 'text', 'int', 'text', 'uuid', 'bigint', 'uuid', 'text', 'text'],
    ...['text', 'timestamptz', 'timestamptz', 'jsonb'],
  ],
  balance: ['uuid', 'int', 'int', 'bigint'],
};
