import { Controller } from '@nestjs/common';
import { getEnergyUsage, usageWindows, type ReplyOf, type RequestOf } from '#libs/contracts';
import { Handles, type Call } from '#libs/messaging';
import { DataSource } from '#libs/persistence';
import { CommitBell } from '../engine/commit-bell.js';
import { energyUsage } from '../read-models/energy-usage.js';
import { parisDay } from '../read-models/paris-day.js';
import { fromLive } from './from-live.js';
import { reachVersion } from './reach-version.js';

type Line = ReplyOf<typeof getEnergyUsage>['lines'][number];

const dayMs = 86_400_000;
const nothing = { times: 0, cost: 0, listCost: 0, refunds: 0, refunded: 0 };

@Controller()
export class GetEnergyUsageHandler {
  constructor(
    readonly dataSource: DataSource,
    readonly bell: CommitBell,
  ) {}

  @Handles(getEnergyUsage)
  handle(request: RequestOf<typeof getEnergyUsage>, call: Call) {
    const userId = call.subjectUser(request.onBehalfOf).toLowerCase();
    return fromLive(() => this.usage(userId, request, call));
  }

  /** The window is drawn here, not in the model: what it holds is the same whenever it is asked (R23). */
  private async usage(
    userId: string,
    { window, atLeastVersion }: RequestOf<typeof getEnergyUsage>,
    call: Call,
  ) {
    const wanted = { userId, atLeastVersion };
    const { tableVersion, version } = await reachVersion(this, energyUsage, wanted, call);
    const to = parisDay(new Date().toISOString());
    const from = daysBefore(to, usageWindows[window] - 1);
    const lines: Line[] = await this.dataSource.query(
      `SELECT day::text, action, times, cost::float8, list_cost::float8 AS "listCost", refunds, refunded::float8
       FROM energy_usage_v${tableVersion}
       WHERE user_id = $1 AND day BETWEEN $2 AND $3 ORDER BY day DESC, action`,
      [userId, from, to],
    );
    return { window, from, to, total: totalOf(lines), lines, version };
  }
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * dayMs).toISOString().slice(0, 10);
}

function totalOf(lines: readonly Line[]): typeof nothing {
  return lines.reduce(
    (sum, one) => ({
      times: sum.times + one.times,
      cost: sum.cost + one.cost,
      listCost: sum.listCost + one.listCost,
      refunds: sum.refunds + one.refunds,
      refunded: sum.refunded + one.refunded,
    }),
    nothing,
  );
}
