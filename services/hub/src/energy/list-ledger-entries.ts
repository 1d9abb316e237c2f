import { Controller } from '@nestjs/common';
import { listLedgerEntries, type RequestOf } from '#libs/contracts';
import { Handles } from '#libs/messaging';
import { DataSource } from '#libs/persistence';
import { instant } from './instant-sql.js';

/** Entries never change, so that they are read without a lock. */
@Controller()
export class ListLedgerEntriesHandler {
  constructor(private readonly dataSource: DataSource) {}

  @Handles(listLedgerEntries)
  async handle({ user, after, limit }: RequestOf<typeof listLedgerEntries>) {
    const entries = await this.dataSource.query(
      `SELECT id AS "entryId", version::float8, kind, action, amount, list_cost AS "listCost", balance,
              ${instant('occurred_at')} AS "occurredAt"
       FROM entries WHERE user_id = $1 AND version > $2 ORDER BY version LIMIT $3`,
      [user, after, limit],
    );
    return { entries };
  }
}
