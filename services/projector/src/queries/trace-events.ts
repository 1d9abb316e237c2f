import { Controller } from '@nestjs/common';
import { traceEvents, type RequestOf } from '#libs/contracts';
import { Handles } from '#libs/messaging';
import { DataSource } from '#libs/persistence';
import { BuildWriters } from '../engine/build-writers.js';
import { eventStore } from '../read-models/event-store.js';
import { noSuchModel } from '../replay/refuse-replay.js';
import { liveBuilds, tracedModel } from '../trace/traced-models.js';
import { fromLive } from './from-live.js';
import { placeOf } from './model-place.js';
import { storedEventColumns, storedEventOf, type StoredEventRow } from './stored-event-row.js';

type Wanted = RequestOf<typeof traceEvents>;

@Controller()
export class TraceEventsHandler {
  constructor(
    private readonly dataSource: DataSource,
    private readonly writers: BuildWriters,
  ) {}

  @Handles(traceEvents)
  async handle(request: Wanted) {
    const builds = await liveBuilds(this.dataSource, this.writers.definitions);
    const unknown = request.models?.find((name) => !builds.some(({ model }) => model === name));
    if (unknown !== undefined) return noSuchModel(unknown);
    return fromLive(() => this.page(request));
  }

  private async page({ models, limit, ...wanted }: Wanted) {
    const { epoch, tableVersion } = await placeOf(this.dataSource, eventStore);
    if (epoch === null) return { epoch, events: [], next: null };
    const rows: StoredEventRow[] = await this.dataSource.query(
      `SELECT ${storedEventColumns} FROM event_store_v${tableVersion}
       WHERE ($1::text IS NULL OR correlation_id = $1) AND ($2::uuid IS NULL OR subject_user_id = $2)
         AND stream_sequence > $3 ORDER BY stream_sequence LIMIT $4`,
      [wanted.correlationId ?? null, wanted.user ?? null, wanted.after, limit + 1],
    );
    const events = rows.slice(0, limit).map(storedEventOf);
    const builds = await liveBuilds(this.dataSource, this.writers.definitions);
    const traced = await Promise.all(
      builds
        .filter(({ model }) => models?.includes(model) ?? true)
        .map((build) => tracedModel(this.dataSource, build, { epoch, events })),
    );
    const next = rows.length > limit ? events.at(-1)!.sequence : null;
    return {
      epoch,
      events: events.map((event, at) => ({ ...event, models: traced.map((all) => all[at]!) })),
      next,
    };
  }
}
