/** As many events in one statement as the hub writes at 64 in flight. */
const inOneStatement = 64;

/**
 * SQL that records so many events of the size of a consumption, each of another user, and publishes none.
 * @param {number} events
 */
export function fillOutbox(events) {
  return `
    DO $$ BEGIN
      FOR batch IN 1..${Math.ceil(events / inOneStatement)} LOOP
        INSERT INTO hub.outbox (event_id, type, event_version, subject_user_id, subject_version, occurred_at,
                                actor_id, correlation_id, causation_id, traceparent, data)
        SELECT gen_random_uuid(), 'EnergyConsumed', 1, gen_random_uuid(), 1, date_trunc('milliseconds', now()),
               gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
               '00-' || repeat('ab', 16) || '-' || repeat('cd', 8) || '-01',
               json_build_object('filling', repeat('x', 400))
        FROM generate_series(1, ${inOneStatement});
      END LOOP;
    END $$`;
}
