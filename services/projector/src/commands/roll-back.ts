import { Controller } from '@nestjs/common';
import { Refusal, rollBack, type RequestOf } from '#libs/contracts';
import { EventStream, Handles } from '#libs/messaging';
import { DataSource, transaction, type EntityManager } from '#libs/persistence';
import { newestDefinition } from '../builds/newest-definition.js';
import { pointAt } from '../builds/point-at.js';
import { BuildWriters } from '../engine/build-writers.js';
import { noSuchModel, refuseReplay } from '../replay/refuse-replay.js';
import { newestRun } from './answer-run.js';

@Controller()
export class RollBackHandler {
  constructor(
    private readonly dataSource: DataSource,
    private readonly stream: EventStream,
    private readonly writers: BuildWriters,
  ) {}

  @Handles(rollBack)
  async handle({ model }: RequestOf<typeof rollBack>) {
    if (!newestDefinition(this.writers.definitions, model)) return noSuchModel(model);
    const refused = await transaction(this.dataSource, (tx) => back(tx, model));
    if (refused) return refused;
    await this.writers.look();
    return newestRun(this.dataSource, this.stream, model);
  }
}

async function back(
  tx: EntityManager,
  model: string,
): Promise<Refusal<'REPLAY_REFUSED'> | undefined> {
  const [run]: { id: string; before: number }[] = await tx.query(
    `SELECT r.id, r.replaced_build AS before FROM replays r
     JOIN read_model_pointers p ON (p.model, p.table_version) = (r.model, r.build)
     JOIN builds b ON (b.model, b.build) = (r.model, r.replaced_build)
     WHERE r.model = $1 AND r.state = 'cut-over' AND b.state = 'standby' FOR UPDATE OF r`,
    [model],
  );
  if (!run) return refuseReplay(model, 'nothing-to-roll-back-to');
  if (!(await pointAt(tx, model, run.before))) return refuseReplay(model, 'not-caught-up');
  await tx.query(`UPDATE replays SET state = 'rolled-back' WHERE id = $1`, [run.id]);
  return undefined;
}
