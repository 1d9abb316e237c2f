import { failpoint } from '#libs/telemetry';
import type { Build } from '../../../services/projector/src/builds/build.js';
import type { Checkpoint } from '../../../services/projector/src/engine/checkpoint.js';
import type { Fact } from '../../../services/projector/src/engine/fact.js';
import type { ModelSession } from '../../../services/projector/src/engine/model-session.js';
import type { BatchPlan } from '../../../services/projector/src/engine/plan-batch.js';
import { writePlan } from '../../../services/projector/src/engine/write-plan.js';

/** What a commit needs of the projection that it is one of. */
interface Insides {
  at: Checkpoint;
  readonly phase: string;
  readonly options: {
    readonly session: ModelSession;
    readonly build: Build;
    readonly onCommit: (items: readonly Fact[], plan: BatchPlan) => void;
  };
}

export type Commit = (
  this: Insides,
  items: readonly Fact[],
  plan: BatchPlan,
  to: Checkpoint,
  andThen?: () => Promise<void>,
) => Promise<void>;

/** The same plan without its rows and dead letters, or without the versions that it reaches. */
function partOf(plan: BatchPlan, part: 'rows' | 'versions'): BatchPlan {
  const none = new Map<never, never>();
  const left = part === 'rows' ? { subjects: none } : { rows: none, letters: none };
  const members = Object.fromEntries(
    Object.entries(left).map(([name, value]) => [name, { value }]),
  );
  return Object.create(plan, members) as BatchPlan;
}

/** Moves the checkpoint, and only then commits what it stands for. */
export const acknowledgeFirst: Commit = async function (items, plan, to, andThen) {
  const { session, build, onCommit } = this.options;
  await session.query({
    text: 'UPDATE checkpoints SET sequence = $3, event_id = $4 WHERE model = $1 AND table_version = $2',
    values: [build.model, build.number, to.sequence, to.eventId],
  });
  this.at = to;
  await session.transaction(async () => {
    await writePlan(session, build, plan, { from: to, to, copied: false });
    await andThen?.();
    await failpoint(`${this.phase}.in-transaction`);
  });
  onCommit(items, plan);
};

/** Commits the rows, and then what says that they are there. */
export const checkpointAfterwards: Commit = async function (items, plan, to, andThen) {
  const { session, build, onCommit } = this.options;
  const from = this.at;
  await session.transaction(async () => {
    await writePlan(session, build, partOf(plan, 'rows'), { from, to: from, copied: false });
    await andThen?.();
  });
  await failpoint(`${this.phase}.in-transaction`);
  await session.transaction(() =>
    writePlan(session, build, partOf(plan, 'versions'), { from, to, copied: false }),
  );
  this.at = to;
  onCommit(items, plan);
};
