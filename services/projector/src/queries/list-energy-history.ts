import { Controller } from '@nestjs/common';
import { listEnergyHistory, Refusal, type ReplyOf, type RequestOf } from '#libs/contracts';
import { Handles, type Call } from '#libs/messaging';
import { DataSource } from '#libs/persistence';
import { CommitBell } from '../engine/commit-bell.js';
import { energyHistory } from '../read-models/energy-history.js';
import { fromLive } from './from-live.js';
import { pageOf, startOf } from './page.js';
import { reachVersion } from './reach-version.js';

type Line = ReplyOf<typeof listEnergyHistory>['lines'][number];
type LineRow = Omit<Line, 'sequence' | 'version' | 'occurredAt'> & {
  sequence: string;
  version: string;
  occurredAt: Date;
};

@Controller()
export class ListEnergyHistoryHandler {
  constructor(
    readonly dataSource: DataSource,
    readonly bell: CommitBell,
  ) {}

  @Handles(listEnergyHistory)
  handle(request: RequestOf<typeof listEnergyHistory>, call: Call) {
    const userId = call.subjectUser(request.onBehalfOf).toLowerCase();
    return fromLive(() => this.page(userId, request, call));
  }

  private async page(
    userId: string,
    { after, limit, atLeastVersion }: RequestOf<typeof listEnergyHistory>,
    call: Call,
  ) {
    const wanted = { userId, atLeastVersion };
    const { epoch, tableVersion, version } = await reachVersion(this, energyHistory, wanted, call);
    const before = startOf(after, epoch);
    if (before instanceof Refusal) return before;
    const found = await this.lines(tableVersion, userId, before, limit + 1);
    const { items: lines, next } = pageOf(found, limit, epoch);
    return { lines, next, version };
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
