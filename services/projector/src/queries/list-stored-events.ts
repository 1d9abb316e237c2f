import { createHash } from 'node:crypto';
import { Controller } from '@nestjs/common';
import { listStoredEvents, type RequestOf, type StoredEvent } from '#libs/contracts';
import { canonicalJson, Handles } from '#libs/messaging';
import { DataSource } from '#libs/persistence';
import { eventStore } from '../read-models/event-store.js';
import { placeOf } from './model-place.js';

type Row = Omit<StoredEvent, 'fingerprint' | 'occurredAt'> & { occurredAt: Date; data: unknown };

@Controller()
export class ListStoredEventsHandler {
  constructor(private readonly dataSource: DataSource) {}

  @Handles(listStoredEvents)
  async handle({ after, limit }: RequestOf<typeof listStoredEvents>) {
    const { epoch, tableVersion } = await placeOf(this.dataSource, eventStore);
    const rows: Row[] = await this.dataSource.query(
      `SELECT stream_sequence::float8 AS sequence, event_id AS "eventId", source, event_type AS type,
              event_version AS "eventVersion", subject_user_id AS "userId",
              subject_version::float8 AS "subjectVersion", occurred_at AS "occurredAt", event_data AS data
       FROM event_store_v${tableVersion} WHERE stream_sequence > $1 ORDER BY stream_sequence LIMIT $2`,
      [after, limit],
    );
    const events = rows.map(({ data, occurredAt, ...row }) => ({
      ...row,
      occurredAt: occurredAt.toISOString(),
      fingerprint: createHash('sha256').update(canonicalJson(data)).digest('hex'),
    }));
    return { epoch, events };
  }
}
