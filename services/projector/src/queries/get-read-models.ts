import { Controller } from '@nestjs/common';
import { getReadModels, type ReplyOf } from '#libs/contracts';
import { EventStream, Handles } from '#libs/messaging';
import { DataSource } from '#libs/persistence';
import { ModelWriters } from '../engine/model-writers.js';
import type { ModelWriter } from '../engine/model-writer.js';

type Model = ReplyOf<typeof getReadModels>['models'][number];

interface ModelRow {
  readonly model: string;
  readonly table_version: number;
  readonly sequence: string;
  readonly state: Model['state'];
  readonly reason: string | null;
  readonly parked_users: string;
}

@Controller()
export class GetReadModelsHandler {
  constructor(
    private readonly dataSource: DataSource,
    private readonly stream: EventStream,
    private readonly writers: ModelWriters,
  ) {}

  @Handles(getReadModels)
  async handle() {
    const position = await this.stream.position();
    const streamSequence = position?.lastSequence ?? 0;
    const rows: ModelRow[] = await this.dataSource.query(
      `SELECT model, table_version, sequence, state, reason, (
         SELECT count(DISTINCT subject_user_id) FROM subject_versions s
         WHERE (s.model, s.table_version) = (c.model, c.table_version) AND parked IS NOT NULL
       ) AS parked_users
       FROM checkpoints c`,
    );
    const models = this.writers.all.map((writer) => {
      const { name, version } = writer.model;
      const row = rows.find((one) => one.model === name && one.table_version === version);
      const checkpoint = Number(row?.sequence ?? 0);
      return {
        ...{ model: name, version, checkpoint },
        ...stateOf(writer, row),
        lag: Math.max(0, streamSequence - checkpoint),
        parkedUsers: Number(row?.parked_users ?? 0),
      };
    });
    return { epoch: position?.epoch ?? null, streamSequence, models };
  }
}

/** A replica that stands by tells what the writer last said of itself, and nothing else of its row. */
function stateOf(
  { status }: ModelWriter,
  row: ModelRow | undefined,
): Pick<Model, 'state' | 'reason'> {
  const { state, reason } = status.state === 'standby' && row ? row : status;
  return { state, reason };
}
