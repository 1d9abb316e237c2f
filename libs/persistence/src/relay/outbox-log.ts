import {
  readAgreement,
  readKnownEpoch,
  writeAgreement,
  type OutboxAgreement,
} from '../agreement/agreement-row.js';
import { plainArray, textArray } from '../array-literal.js';
import type { Statement } from '../pipelined-session.js';
import type { StoringService } from '../roles.js';
import { readBacklog, type Backlog } from '../status/outbox-figures.js';
import { chunkOf, type Chunk, type ClaimedRow } from './chunk.js';
import { consecutiveRuns } from './consecutive-runs.js';
import { claimOldest, markTaken } from './outbox-statements.js';

/** The relay's connection, as those who write on it see it. */
export interface OutboxSession {
  query<Row extends Record<string, unknown>>(
    statement: string | Statement,
    values?: unknown[],
  ): Promise<Row[]>;
}

export interface StreamPlace {
  readonly id: string;
  readonly sequence: number;
}

/** The relay's statements on one outbox, and on the lists of what waits and what is published. */
export class OutboxLog {
  constructor(
    private readonly service: StoringService,
    readonly session: OutboxSession,
  ) {}

  /**
   * The oldest events on the waiting list, in order of their row id, without those of the chunk that is being
   * published: by mark, never by cursor, since rows become visible out of order (R16).
   */
  async claim(limit: number, underWay?: Chunk): Promise<Chunk> {
    const rows = await this.session.query<ClaimedRow>(claimOldest, [
      limit,
      plainArray(underWay?.lines ?? []),
    ]);
    return chunkOf(this.service, rows);
  }

  /** Takes the chunk off the waiting list, and notes which sequences its events got. */
  async markPublished(epoch: string, chunk: Chunk, sequences: readonly number[]): Promise<void> {
    const runs = consecutiveRuns(chunk.rowIds, sequences);
    await this.session.query(markTaken, [
      plainArray(chunk.lines),
      chunk.rowIds.at(-1),
      chunk.lines.at(-1),
      epoch,
      plainArray(runs.map((run) => run.firstSequence)),
      textArray(runs.map((run) => plainArray(run.rowIds))),
    ]);
  }

  async lastPublished(): Promise<{ epoch: string; sequence: number } | undefined> {
    const [row] = await this.session.query<{ epoch: string; seq: number }>(
      `SELECT epoch, first_seq + cardinality(ids) - 1 AS seq FROM outbox_published
       ORDER BY first_seq DESC LIMIT 1`,
    );
    return row && { epoch: row.epoch, sequence: row.seq };
  }

  /** The event that was published last at or before a sequence. */
  async publishedUpTo(sequence: number): Promise<StreamPlace | undefined> {
    const [row] = await this.session.query<{ id: string; seq: number }>(
      `SELECT event_id AS id, seq FROM (
         SELECT ids, first_seq, least(first_seq + cardinality(ids) - 1, $1) AS seq FROM outbox_published
         WHERE first_seq <= $1 ORDER BY first_seq DESC LIMIT 1) AS run
       JOIN outbox ON outbox.id = run.ids[(run.seq - run.first_seq + 1)::int]`,
      [sequence],
    );
    return row && { id: row.id, sequence: row.seq };
  }

  /** Puts what was published after a sequence back on the waiting list, the last first, so that a crash leaves a prefix. */
  async unmarkAfter(sequence: number): Promise<number> {
    for (let total = 0; ;) {
      const [row] = await this.session.query<{ events: string }>(
        `WITH run AS (
           SELECT first_seq, ids, greatest(0, $1 - first_seq + 1)::int AS kept FROM outbox_published
           WHERE first_seq >= coalesce(
               (SELECT max(first_seq) FROM outbox_published WHERE first_seq <= $1), 0)
             AND first_seq + cardinality(ids) > $1 + 1
           ORDER BY first_seq DESC LIMIT 10),
         cut AS (UPDATE outbox_published AS own SET ids = own.ids[:run.kept] FROM run
                 WHERE own.first_seq = run.first_seq AND run.kept > 0),
         gone AS (DELETE FROM outbox_published AS own USING run
                  WHERE own.first_seq = run.first_seq AND run.kept = 0),
         back AS (INSERT INTO outbox_waiting (first_id, events, ids)
                  SELECT min(id), count(*), array_agg(id ORDER BY id)
                  FROM run, unnest(run.ids[run.kept + 1:]) AS part (id) GROUP BY run.first_seq
                  RETURNING events)
         SELECT coalesce(sum(events), 0) AS events FROM back`,
        [sequence],
      );
      const unmarked = Number(row!.events);
      if (unmarked === 0) return total;
      total += unmarked;
    }
  }

  /** Of what the stream holds, the events that this outbox does not know, in stream order; the first `limit` of them. */
  async unknown(places: readonly StreamPlace[], limit: number): Promise<StreamPlace[]> {
    const rows = await this.session.query<{ id: string; seq: number }>(
      `SELECT id, min(seq) AS seq FROM unnest($1::uuid[], $2::bigint[]) AS place (id, seq)
       WHERE NOT EXISTS (SELECT FROM outbox WHERE event_id = place.id) GROUP BY id ORDER BY seq LIMIT $3`,
      [places.map((place) => place.id), places.map((place) => place.sequence), limit],
    );
    return rows.map(({ id, seq: sequence }) => ({ id, sequence }));
  }

  /** Marks what the stream turned out to hold and is still waiting; an event that stands there twice, at its first place. */
  async markFound(epoch: string, places: readonly StreamPlace[]): Promise<void> {
    await this.session.query(
      `WITH found AS MATERIALIZED (
         SELECT outbox.id, min(place.seq) AS seq
         FROM unnest($2::uuid[], $3::bigint[]) AS place (event_id, seq) JOIN outbox USING (event_id)
         GROUP BY outbox.id),
       touched AS (SELECT DISTINCT first_id FROM outbox_waiting, unnest(ids) AS part (id) JOIN found USING (id)),
       taken AS (DELETE FROM outbox_waiting AS own USING touched WHERE own.first_id = touched.first_id
                 RETURNING own.first_id, own.ids),
       part AS (SELECT taken.first_id, id, found.seq FROM taken, unnest(ids) AS each (id) LEFT JOIN found USING (id)),
       left_over AS (INSERT INTO outbox_waiting (first_id, events, ids)
                     SELECT min(id), count(*), array_agg(id ORDER BY id) FROM part WHERE seq IS NULL
                     GROUP BY first_id)
       INSERT INTO outbox_published (first_seq, epoch, ids)
       SELECT seq, $1, ARRAY[id] FROM part WHERE seq IS NOT NULL`,
      [epoch, places.map((place) => place.id), places.map((place) => place.sequence)],
    );
  }

  /** What was found since this Postgres started; undefined when nobody has compared. */
  async agreement(): Promise<OutboxAgreement | undefined> {
    return (await this.session.query<OutboxAgreement & Record<string, unknown>>(readAgreement))[0];
  }

  /** The stream that this Postgres last agreed with, also before a copy of it was put back. */
  async knownEpoch(): Promise<string | null> {
    return (await this.session.query<{ epoch: string | null }>(readKnownEpoch))[0]?.epoch ?? null;
  }

  /** Lets every instance know; with `unlessKnown` only when nothing better is known. */
  async writeAgreement(found: OutboxAgreement, { unlessKnown = false } = {}): Promise<void> {
    const { state, epoch, agreedUpTo, problem } = found;
    await this.session.query(writeAgreement, [state, epoch, agreedUpTo, problem, unlessKnown]);
  }

  backlog(): Promise<Backlog> {
    return readBacklog((statement) => this.session.query(statement));
  }
}
