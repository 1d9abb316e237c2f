import { Controller } from '@nestjs/common';
import { listServiceFigures, type ReplyOf, type RequestOf } from '#libs/contracts';
import { Handles } from '#libs/messaging';
import { DataSource } from '#libs/persistence';
import { serviceFigures } from '../read-models/service-figures.js';
import { fromLive } from './from-live.js';
import { placeOf } from './model-place.js';

type Figure = ReplyOf<typeof listServiceFigures>['figures'][number];
type Row = Omit<Figure, 'minute'> & { minute: Date };

@Controller()
export class ListServiceFiguresHandler {
  constructor(private readonly dataSource: DataSource) {}

  @Handles(listServiceFigures)
  handle(request: RequestOf<typeof listServiceFigures>) {
    return fromLive(() => this.page(request));
  }

  /** One minute more than asked for tells whether another page follows. */
  private async page({ before, minutes }: RequestOf<typeof listServiceFigures>) {
    const { tableVersion } = await placeOf(this.dataSource, serviceFigures);
    const table = `service_figures_v${tableVersion}`;
    const rows: Row[] = await this.dataSource.query(
      `SELECT minute, source, event_type AS type, events FROM ${table}
       WHERE minute IN (
         SELECT DISTINCT minute FROM ${table} WHERE $1::timestamptz IS NULL OR minute < $1
         ORDER BY minute DESC LIMIT $2
       ) ORDER BY minute DESC, source, type`,
      [before ?? null, minutes + 1],
    );
    const all = rows.map((row): Figure => ({ ...row, minute: row.minute.toISOString() }));
    const listed = [...new Set(all.map(({ minute }) => minute))].slice(0, minutes);
    const figures = all.filter(({ minute }) => listed.includes(minute));
    const next = figures.length < all.length ? listed.at(-1)! : null;
    return { figures, next };
  }
}
