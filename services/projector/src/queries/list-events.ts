import { Controller } from '@nestjs/common';
import { listEvents, Refusal, type RequestOf } from '#libs/contracts';
import { Handles, type Call } from '#libs/messaging';
import { DataSource } from '#libs/persistence';
import { eventStore } from '../read-models/event-store.js';
import { fromLive } from './from-live.js';
import { placeOf } from './model-place.js';
import { pageOf, startOf } from './page.js';
import {
  storedEventColumns,
  storedEventOf,
  type StoredEvent,
  type StoredEventRow,
} from './stored-event-row.js';

@Controller()
export class ListEventsHandler {
  constructor(private readonly dataSource: DataSource) {}

  @Handles(listEvents)
  handle(request: RequestOf<typeof listEvents>, call: Call) {
    const userId = call.subjectUser(request.onBehalfOf);
    return fromLive(() => this.page(request, userId));
  }

  private async page(request: RequestOf<typeof listEvents>, userId: string) {
    const { epoch, tableVersion } = await placeOf(this.dataSource, eventStore);
    const before = startOf(request.after, epoch);
    if (before instanceof Refusal) return before;
    const found = await this.events(tableVersion, userId, before, request.limit + 1);
    const { items: events, next } = pageOf(found, request.limit, epoch);
    return { events, next };
  }

  private async events(
    tableVersion: number,
    userId: string,
    before: number | null,
    limit: number,
  ): Promise<StoredEvent[]> {
    const rows: StoredEventRow[] = await this.dataSource.query(
      `SELECT ${storedEventColumns}
       FROM event_store_v${tableVersion}
       WHERE subject_user_id = $1 AND ($2::bigint IS NULL OR stream_sequence < $2)
       ORDER BY stream_sequence DESC LIMIT $3`,
      [userId, before, limit],
    );
    return rows.map(storedEventOf);
  }
}
