import { Controller, Inject } from '@nestjs/common';
import { cutOver, Refusal, type RequestOf } from '#libs/contracts';
import { EventStream, Handles, LOG } from '#libs/messaging';
import { DataSource, transaction, type EntityManager } from '#libs/persistence';
import type { Log } from '#libs/telemetry';
import { newestDefinition } from '../builds/newest-definition.js';
import { pointAt } from '../builds/point-at.js';
import { BuildWriters } from '../engine/build-writers.js';
import { noSuchModel, refuseReplay } from '../replay/refuse-replay.js';
import type { RunState } from '../replay/run.js';
import { newestRun } from './answer-run.js';

type Request = RequestOf<typeof cutOver>;

export interface Candidate {
  readonly id: string;
  readonly build: number;
  readonly state: RunState;
  readonly clean: boolean;
  readonly live: number;
}

@Controller()
export class CutOverHandler {
  constructor(
    private readonly dataSource: DataSource,
    private readonly stream: EventStream,
    private readonly writers: BuildWriters,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Handles(cutOver)
  async handle(request: Request) {
    const { model, force } = request;
    if (!newestDefinition(this.writers.definitions, model)) return noSuchModel(model);
    const done = await transaction(this.dataSource, (tx) => this.cut(tx, request));
    if (done instanceof Refusal) return done;
    const line = { model, build: done.build };
    if (force !== undefined && !done.clean) {
      this.log.warn(line, `cut over to a build that was not found clean, because: ${force}`);
    } else this.log.info(line, 'cut over');
    await this.writers.look();
    return newestRun(this.dataSource, this.stream, model);
  }

  /** The last word on this build was that it is clean, also when it was cut over and rolled back since. */
  isVerified({ clean, state }: Candidate): boolean {
    return clean && /^(verified|rolled-back)$/.test(state);
  }

  private async cut(tx: EntityManager, { model, force }: Request) {
    const [run]: Candidate[] = await tx.query(
      `SELECT r.id, r.build, r.state, coalesce((r.report ->> 'clean')::boolean, false) AS clean,
            p.table_version AS live
     FROM replays r JOIN read_model_pointers p USING (model) JOIN builds b USING (model, build)
     WHERE r.model = $1 AND r.kind = 'replay' AND b.state IN ('shadow', 'standby')
     ORDER BY r.started_at DESC LIMIT 1 FOR UPDATE OF r`,
      [model],
    );
    if (!run || run.state === 'cut-over') return refuseReplay(model, 'none-under-way');
    if (run.state === 'running') return refuseReplay(model, 'not-caught-up');
    const verified = this.isVerified(run);
    if (!verified && force === undefined) return refuseReplay(model, 'not-verified');
    if (!(await pointAt(tx, model, run.build))) return refuseReplay(model, 'not-caught-up');
    await tx.query(
      `UPDATE replays SET state = 'cut-over', replaced_build = $2, reason = $3, paused_at = NULL,
       ended_at = coalesce(ended_at, clock_timestamp()) WHERE id = $1`,
      [run.id, run.live, verified ? null : `Forced: ${force}`],
    );
    return { build: run.build, clean: verified };
  }
}
