import { Controller } from '@nestjs/common';
import { listEnergyHistory, Refusal, type ReplyOf, type RequestOf } from '#libs/contracts';
import { Handles, type Call } from '#libs/messaging';
import { DataSource } from '#libs/persistence';
import { CommitBell } from '../engine/commit-bell.js';
import { energyHistory } from '../read-models/energy-history.js';
import { fromLive } from './from-live.js';
import { placeOf, type ModelPlace } from './model-place.js';
import { pageOf, startOf } from './page.js';

type Line = ReplyOf<typeof listEnergyHistory>['lines'][number];
type LineRow = Omit<Line, 'sequence' | 'version' | 'occurredAt'> & {
  sequence: string;
  version: string;
  occurredAt: Date;
};

const longestWaitMs = 1_000;
/** Left to the answer itself before the caller's deadline. */
const answerMs = 25;
/** Another replica may be the writer: its commits ring no bell here, so Postgres is asked, less and less often. */
const firstPauseMs = 25;
const longestPauseMs = 200;

@Controller()
export class ListEnergyHistoryHandler {
  constructor(
    private readonly dataSource: DataSource,
    private readonly bell: CommitBell,
  ) {}

  @Handles(listEnergyHistory)
  handle(request: RequestOf<typeof listEnergyHistory>, call: Call) {
    const userId = call.subjectUser(request.onBehalfOf).toLowerCase();
    return fromLive(() => this.page(userId, request, call.deadline));
  }

  private async page(
    userId: string,
    request: RequestOf<typeof listEnergyHistory>,
    deadline: number,
  ) {
    const { epoch, tableVersion, version } = await this.reach(userId, request, deadline);
    const before = startOf(request.after, epoch);
    if (before instanceof Refusal) return before;
    const found = await this.lines(tableVersion, userId, before, request.limit + 1);
    const { items: lines, next } = pageOf(found, request.limit, epoch);
    return { lines, next, version };
  }

  /** Waits a little until the model has seen the version that the caller knows of (R26). */
  private async reach(
    userId: string,
    { atLeastVersion = 0 }: RequestOf<typeof listEnergyHistory>,
    deadline: number,
  ): Promise<ModelPlace> {
    const subject = { source: 'hub', userId } as const;
    const end = Math.min(performance.now() + longestWaitMs, deadline - answerMs);
    for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(longestPauseMs, pauseMs * 2)) {
      const place = await placeOf(this.dataSource, energyHistory, subject);
      const leftMs = end - performance.now();
      if (place.version >= atLeastVersion || leftMs <= 0) return place;
      await this.bell.wait(energyHistory.name, userId, Math.min(pauseMs, leftMs));
    }
  }

  private async lines(
    tableVersion: number,
    userId: string,
    before: number | null,
    limit: number,
  ): Promise<Line[]> {
    const rows: LineRow[] = await this.dataSource.query(
      `SELECT event_id AS "eventId", sequence, kind, action, amount, held_change AS "heldChange",
              list_cost AS "listCost", balance, held, entry_id AS "entryId", hold_id AS "holdId",
              refund_of AS "refundOf", version, occurred_at AS "occurredAt"
       FROM energy_history_v${tableVersion}
       WHERE user_id = $1 AND ($2::bigint IS NULL OR sequence < $2)
       ORDER BY sequence DESC LIMIT $3`,
      [userId, before, limit],
    );
    return rows.map((row) => ({
      ...row,
      sequence: Number(row.sequence),
      version: Number(row.version),
      occurredAt: row.occurredAt.toISOString(),
    }));
  }
}
