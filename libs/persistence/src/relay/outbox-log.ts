import type { RecordedEvent } from '#libs/contracts';
import type { StoringService } from '../roles.js';
import { readRow, type OutboxRow } from './outbox-row.js';

interface Session {
  query<Row extends Record<string, unknown>>(sql: string, values?: unknown[]): Promise<Row[]>;
}

export interface ClaimedEvent {
  readonly rowId: string;
  readonly event: RecordedEvent;
}

export interface StreamPlace {
  readonly id: string;
  readonly sequence: number;
}

/** The relay's statements on one outbox. */
export class OutboxLog {
  constructor(
    private readonly service: StoringService,
    private readonly session: Session,
  ) {}

  /** The oldest events that are not marked as published, in order of their row id: by mark, never by cursor (R16). */
  async claim(limit: number): Promise<ClaimedEvent[]> {
    const rows = await this.session.query<OutboxRow>(
      'SELECT * FROM outbox WHERE published_seq IS NULL ORDER BY id LIMIT $1',
      [limit],
    );
    return rows.map((row) => ({ rowId: row.id, event: readRow(this.service, row) }));
  }

  async markPublished(epoch: string, rowIds: string[], sequences: number[]): Promise<void> {
    await this.session.query(
      `UPDATE outbox SET published_epoch = $1, published_seq = place.seq
       FROM unnest($2::bigint[], $3::bigint[]) AS place (id, seq)
       WHERE outbox.id = place.id AND published_seq IS NULL`,
      [epoch, rowIds, sequences],
    );
  }

  async lastPublished(): Promise<{ epoch: string; sequence: number } | undefined> {
    const [row] = await this.session.query<{ epoch: string; seq: string }>(
      `SELECT published_epoch AS epoch, published_seq AS seq FROM outbox
       WHERE published_seq IS NOT NULL ORDER BY published_seq DESC LIMIT 1`,
    );
    return row && { epoch: row.epoch, sequence: Number(row.seq) };
  }

  /** The event that was published last at or before a sequence. */
  async publishedUpTo(sequence: number): Promise<StreamPlace | undefined> {
    const [row] = await this.session.query<{ id: string; seq: string }>(
      `SELECT event_id AS id, published_seq AS seq FROM outbox
       WHERE published_seq <= $1 ORDER BY published_seq DESC LIMIT 1`,
      [sequence],
    );
    return row && { id: row.id, sequence: Number(row.seq) };
  }

  /** Takes the marks after a sequence away, the last ones first, so that a crash leaves a prefix; counts them. */
  async unmarkAfter(sequence: number): Promise<number> {
    for (let total = 0; ;) {
      const rows = await this.session.query(
        `UPDATE outbox SET published_epoch = NULL, published_seq = NULL WHERE id IN (
           SELECT id FROM outbox WHERE published_seq > $1 ORDER BY published_seq DESC LIMIT 5000)
         RETURNING id`,
        [sequence],
      );
      total += rows.length;
      if (rows.length < 5_000) return total;
    }
  }

  /** Of what the stream holds, the first event that this outbox does not know. */
  async firstUnknown(places: readonly StreamPlace[]): Promise<StreamPlace | undefined> {
    const [row] = await this.session.query<{ id: string; seq: string }>(
      `SELECT id, seq FROM unnest($1::uuid[], $2::bigint[]) AS place (id, seq)
       WHERE NOT EXISTS (SELECT FROM outbox WHERE event_id = place.id) ORDER BY seq LIMIT 1`,
      [places.map((place) => place.id), places.map((place) => place.sequence)],
    );
    return row && { id: row.id, sequence: Number(row.seq) };
  }

  /** Marks what the stream turned out to hold; an event that stands there twice, at its first place. */
  async markFound(epoch: string, places: readonly StreamPlace[]): Promise<void> {
    await this.session.query(
      `UPDATE outbox SET published_epoch = $1, published_seq = place.seq
       FROM (SELECT id, min(seq) AS seq FROM unnest($2::uuid[], $3::bigint[]) AS found (id, seq)
             GROUP BY id) AS place
       WHERE outbox.event_id = place.id AND published_seq IS NULL`,
      [epoch, places.map((place) => place.id), places.map((place) => place.sequence)],
    );
  }

  /** How many events wait (100,000 are counted at most), and for how many seconds the first of them has. */
  async backlog(): Promise<{ events: number; oldestSeconds: number }> {
    const [row] = await this.session.query<{ events: string; seconds: string | null }>(
      `SELECT (SELECT count(*) FROM (SELECT FROM outbox WHERE published_seq IS NULL LIMIT 100000) AS w)
                AS events,
              (SELECT extract(epoch FROM clock_timestamp() - recorded_at) FROM outbox
               WHERE published_seq IS NULL ORDER BY id LIMIT 1) AS seconds`,
    );
    return { events: Number(row!.events), oldestSeconds: Math.max(0, Number(row!.seconds ?? 0)) };
  }
}
