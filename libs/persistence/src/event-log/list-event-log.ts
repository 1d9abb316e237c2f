import type { DataSource } from 'typeorm';
import type { listHubEventLog, LoggedEvent, ReplyOf, RequestOf } from '#libs/contracts';
import { traceIdOf } from '#libs/telemetry';

/** One page looks at so many rows at most: only a user's own events have an index to be found by. */
const mostRows = 50_000;

/** Runs are looked at from an event's row id downwards: rows that became visible late stand a few runs on. */
const mostRuns = 20;

type Page = RequestOf<typeof listHubEventLog>;

type Row = Omit<LoggedEvent, 'occurredAt' | 'recordedAt' | 'traceId'> & {
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly traceparent: string;
};

interface Looked {
  /** The oldest row that was looked at; null when there was none. */
  readonly lowest: number | null;
  readonly goesOn: boolean;
}

/** A page of this service's own event log, as `list-event-log` promises it. */
export async function listEventLog(
  dataSource: DataSource,
  request: Page,
): Promise<ReplyOf<typeof listHubEventLog>> {
  const looked = request.user === undefined ? await window(dataSource, request) : everything;
  const rows = await matches(dataSource, request, looked.lowest ?? 0);
  const events = rows.slice(0, request.limit).map(eventOf);
  if (rows.length > request.limit) return { events, next: events.at(-1)!.position };
  return { events, next: looked.goesOn ? looked.lowest : null };
}

const everything: Looked = { lowest: 0, goesOn: false };

/** The newest rows before the page’s begin; it goes on while older ones may have been recorded after `from`. */
async function window(dataSource: DataSource, { before, from }: Page): Promise<Looked> {
  const [row]: Looked[] = await dataSource.query(
    `WITH top AS (SELECT max(id) AS id FROM outbox WHERE $1::bigint IS NULL OR id < $1),
       bottom AS (SELECT id, recorded_at FROM outbox
                  WHERE id > (SELECT id FROM top) - ${mostRows} ORDER BY id LIMIT 1)
     SELECT id::float8 AS lowest, ($2::timestamptz IS NULL OR recorded_at >= $2)
       AND EXISTS (SELECT FROM outbox WHERE id < bottom.id) AS "goesOn" FROM bottom`,
    [before ?? null, from ?? null],
  );
  return row ?? { lowest: null, goesOn: false };
}

function matches(dataSource: DataSource, request: Page, lowest: number): Promise<Row[]> {
  const { user, before, correlationId, from, until, limit } = request;
  return dataSource.query(
    `WITH found AS MATERIALIZED (
       SELECT * FROM outbox
       WHERE ${user === undefined ? '$1::uuid IS NULL' : 'subject_user_id = $1::uuid'}
         AND id >= $2 AND ($3::bigint IS NULL OR id < $3)
         AND ($4::text IS NULL OR correlation_id = $4)
         AND ($5::timestamptz IS NULL OR occurred_at >= $5) AND ($6::timestamptz IS NULL OR occurred_at <= $6)
       ORDER BY id DESC LIMIT $7),
     waiting AS MATERIALIZED (
       SELECT part.id FROM outbox_waiting, unnest(ids) AS part (id) JOIN found ON found.id = part.id)
     SELECT found.id::float8 AS position, event_id AS "eventId", type, event_version AS "eventVersion",
       subject_user_id AS "userId", subject_version::float8 AS "subjectVersion", actor_id AS "actorId",
       correlation_id AS "correlationId", causation_id AS "causationId", traceparent,
       occurred_at AS "occurredAt", recorded_at AS "recordedAt", found.id IN (SELECT id FROM waiting) AS waiting,
       place.sequence::float8 AS sequence
     FROM found LEFT JOIN LATERAL (
       SELECT first_seq + array_position(ids, found.id) - 1 AS sequence FROM (
         SELECT first_seq, ids FROM outbox_published WHERE ids[1] <= found.id ORDER BY ids[1] DESC LIMIT ${mostRuns}
       ) AS run WHERE found.id = ANY (ids) LIMIT 1) AS place ON true
     ORDER BY found.id DESC`,
    [
      ...[user ?? null, lowest, before ?? null, correlationId ?? null],
      ...[from ?? null, until ?? null, limit + 1],
    ],
  );
}

function eventOf({ occurredAt, recordedAt, traceparent, ...row }: Row): LoggedEvent {
  return {
    ...row,
    traceId: traceIdOf(traceparent) ?? null,
    occurredAt: occurredAt.toISOString(),
    recordedAt: recordedAt.toISOString(),
  };
}
