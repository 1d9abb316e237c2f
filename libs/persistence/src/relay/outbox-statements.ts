/**
 * What the relay asks all the time; Postgres plans each once. Columns are named, so that a column more does not change
 * what a connection has planned already.
 */
export const claimOldest = {
  name: 'claim-oldest',
  text: `
    SELECT line.first_id AS line, line.events AS line_events, id, event_id, type, event_version, subject_user_id,
           subject_version, actor_id, correlation_id, causation_id, traceparent, occurred_at, data
    FROM (SELECT first_id, events, ids, sum(events) OVER (ORDER BY first_id) AS total
          FROM (SELECT * FROM outbox_waiting WHERE first_id <> ALL ($2::bigint[])
                ORDER BY first_id LIMIT $1) AS oldest) AS line,
      unnest(line.ids) AS part (id) JOIN outbox USING (id)
    WHERE line.total <= $1 OR line.total = line.events
    ORDER BY line.first_id, id LIMIT $1`,
};

export const markTaken = {
  name: 'mark-taken',
  text: `
    WITH taken AS (DELETE FROM outbox_waiting WHERE first_id = ANY ($1::bigint[]) RETURNING first_id, ids),
      left_over AS (
        INSERT INTO outbox_waiting (first_id, events, ids)
        SELECT min(id), count(*), array_agg(id ORDER BY id) FROM taken, unnest(ids) AS part (id)
        WHERE id > $2 AND first_id = $3 GROUP BY first_id)
    INSERT INTO outbox_published (epoch, first_seq, ids)
    SELECT $4, first_seq, ids::bigint[] FROM unnest($5::bigint[], $6::text[]) AS run (first_seq, ids)`,
};
