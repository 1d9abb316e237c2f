import { Controller } from '@nestjs/common';
import { steerReplay, type RequestOf } from '#libs/contracts';
import { EventStream, Handles } from '#libs/messaging';
import { DataSource, transaction, type EntityManager } from '#libs/persistence';
import { newestDefinition } from '../builds/newest-definition.js';
import { BuildWriters } from '../engine/build-writers.js';
import { noSuchModel, refuseReplay } from '../replay/refuse-replay.js';
import { newestRun } from './answer-run.js';

type Step = RequestOf<typeof steerReplay>['step'];

/** Each changes the one run that is under way, where it is at a point for that. */
const steps: Readonly<Record<Step, { readonly set: string; readonly where: string }>> = {
  pause: { set: 'paused_at = coalesce(paused_at, clock_timestamp())', where: 'true' },
  resume: { set: 'paused_at = NULL', where: 'true' },
  verify: {
    set: `state = 'verifying', verifications = verifications + 1, report = NULL, paused_at = NULL`,
    where: `kind = 'replay' AND state IN ('caught-up', 'verifying', 'verified', 'differs')`,
  },
  abort: { set: `state = 'aborted', ended_at = clock_timestamp()`, where: 'true' },
};

@Controller()
export class SteerReplayHandler {
  constructor(
    private readonly dataSource: DataSource,
    private readonly stream: EventStream,
    private readonly writers: BuildWriters,
  ) {}

  @Handles(steerReplay)
  async handle({ model, step }: RequestOf<typeof steerReplay>) {
    if (!newestDefinition(this.writers.definitions, model)) return noSuchModel(model);
    const done = await transaction(this.dataSource, (tx) => take(tx, model, step));
    if (!done) {
      return refuseReplay(model, step === 'verify' ? 'not-caught-up' : 'none-under-way');
    }
    await this.writers.look();
    return newestRun(this.dataSource, this.stream, model);
  }
}

async function take(tx: EntityManager, model: string, step: Step): Promise<boolean> {
  const { set, where } = steps[step];
  const [runs]: [{ build: number }[], number] = await tx.query(
    `UPDATE replays SET ${set} WHERE model = $1 AND ended_at IS NULL AND ${where} RETURNING build`,
    [model],
  );
  const [run] = runs;
  if (run && step === 'abort') {
    await tx.query(`UPDATE builds SET state = 'discarded' WHERE model = $1 AND build = $2`, [
      model,
      run.build,
    ]);
  }
  return run !== undefined;
}
