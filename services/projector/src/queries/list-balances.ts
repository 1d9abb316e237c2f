import { Controller } from '@nestjs/common';
import { listBalances, type RequestOf } from '#libs/contracts';
import { Handles } from '#libs/messaging';
import { DataSource } from '#libs/persistence';
import { energyHistory } from '../read-models/energy-history.js';
import { fromLive } from './from-live.js';
import { placeOf } from './model-place.js';

interface BalanceRow {
  readonly userId: string;
  readonly balance: number;
  readonly held: number;
  readonly version: string;
}

@Controller()
export class ListBalancesHandler {
  constructor(private readonly dataSource: DataSource) {}

  @Handles(listBalances)
  handle(request: RequestOf<typeof listBalances>) {
    return fromLive(() => this.balances(request));
  }

  private async balances({ after, user, limit }: RequestOf<typeof listBalances>) {
    const { tableVersion } = await placeOf(this.dataSource, energyHistory);
    const rows: BalanceRow[] = await this.dataSource.query(
      `SELECT user_id AS "userId", balance, held, version FROM energy_balances_v${tableVersion}
       WHERE ($1::uuid IS NULL OR user_id > $1) AND ($2::uuid IS NULL OR user_id = $2)
       ORDER BY user_id LIMIT $3`,
      [after ?? null, user ?? null, limit],
    );
    return { balances: rows.map((row) => ({ ...row, version: Number(row.version) })) };
  }
}
