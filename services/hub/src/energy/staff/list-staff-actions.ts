import { Controller } from '@nestjs/common';
import { listStaffActions, type ReplyOf, type RequestOf } from '#libs/contracts';
import { Handles } from '#libs/messaging';
import { DataSource } from '#libs/persistence';
import { instant } from '../instant-sql.js';

type StaffActionLine = ReplyOf<typeof listStaffActions>['actions'][number];
type Row = Omit<StaffActionLine, 'id' | 'version'> & { id: string; version: string };

@Controller()
export class ListStaffActionsHandler {
  constructor(private readonly dataSource: DataSource) {}

  @Handles(listStaffActions)
  async handle({ user, before, limit }: RequestOf<typeof listStaffActions>) {
    const rows: Row[] = await this.dataSource.query(
      `SELECT id, ${instant('at')} AS at, staff_id AS "staffId", user_id AS "userId", command,
              reason_code AS "reasonCode", reason, entry_id AS "entryId", version
       FROM staff_actions
       WHERE ($1::uuid IS NULL OR user_id = $1) AND ($2::bigint IS NULL OR id < $2)
       ORDER BY id DESC LIMIT $3`,
      [user ?? null, before ?? null, limit + 1],
    );
    const actions = rows
      .slice(0, limit)
      .map((row) => ({ ...row, id: Number(row.id), version: Number(row.version) }));
    const next = rows.length > limit ? actions.at(-1)!.id : null;
    return { actions, next };
  }
}
