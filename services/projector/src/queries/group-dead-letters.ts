import { Controller } from '@nestjs/common';
import { groupDeadLetters, type ReplyOf, type RequestOf } from '#libs/contracts';
import { Handles } from '#libs/messaging';
import { DataSource } from '#libs/persistence';
import { newestDefinition } from '../builds/newest-definition.js';
import { BuildWriters } from '../engine/build-writers.js';
import { noSuchModel } from '../replay/refuse-replay.js';
import { waitingLetters } from './waiting-letters.js';

type Group = ReplyOf<typeof groupDeadLetters>['groups'][number];
type Row = Omit<Group, 'firstAt' | 'lastAt'> & { readonly firstAt: Date; readonly lastAt: Date };

const mostGroups = 100;

/** Ids and numbers differ from letter to letter where the same is wrong with all of them. */
const shape = `regexp_replace(regexp_replace(explanation,
  '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}', '…', 'gi'), '[0-9]+', '…', 'g')`;

@Controller()
export class GroupDeadLettersHandler {
  constructor(
    private readonly dataSource: DataSource,
    private readonly writers: BuildWriters,
  ) {}

  @Handles(groupDeadLetters)
  async handle({ model, user }: RequestOf<typeof groupDeadLetters>) {
    if (!newestDefinition(this.writers.definitions, model)) return noSuchModel(model);
    const rows: Row[] = await this.dataSource.query(
      `WITH shaped AS (
         SELECT *, ${shape} AS shape, envelope::jsonb ->> 'type' AS type,
           (envelope::jsonb ->> 'eventVersion')::int AS event_version
         FROM ${waitingLetters} letters JOIN read_model_pointers USING (model, table_version)
         WHERE model = $1 AND ($2::uuid IS NULL OR subject_user_id = $2))
       SELECT left(encode(sha256(convert_to(
                concat_ws('|', model, reason, source, type, event_version, shape), 'UTF8')), 'hex'), 12) AS fingerprint,
         model, table_version AS build, reason, source, type, event_version AS "eventVersion", shape AS explanation,
         count(*)::int AS letters, count(DISTINCT subject_user_id)::int AS users,
         min(parked_at) AS "firstAt", max(greatest(parked_at, tried_at)) AS "lastAt",
         min(sequence)::float8 AS "firstSequence"
       FROM shaped GROUP BY model, table_version, reason, source, type, event_version, shape
       ORDER BY array_position('{POISON,UNREADABLE,GAP,QUEUED}', reason), letters DESC, "firstSequence" LIMIT ${mostGroups}`,
      [model, user ?? null],
    );
    const groups = rows.map((row): Group => ({
      ...row,
      firstAt: row.firstAt.toISOString(),
      lastAt: row.lastAt.toISOString(),
    }));
    return { groups };
  }
}
