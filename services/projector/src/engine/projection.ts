import type { StreamedEvent } from '#libs/messaging';
import { failpoint } from '#libs/telemetry';
import type { Build } from '../builds/build.js';
import type { Checkpoint } from './checkpoint.js';
import { dataFault } from './data-fault.js';
import { Drain } from './drain.js';
import { readFact, type Fact, type Unreadable } from './fact.js';
import { loadParked, loadStates } from './load-states.js';
import type { ModelSession } from './model-session.js';
import { planBatch, type BatchPlan } from './plan-batch.js';
import { PoisonError } from './poison-error.js';
import { inScope, metInTheMiddle, type Scope } from './scope.js';
import { unseen } from './subject.js';
import { writePlan } from './write-plan.js';

type Items = readonly (Fact | Unreadable)[];

export interface ProjectionOptions {
  readonly session: ModelSession;
  readonly build: Build;
  readonly checkpoint: Checkpoint;
  readonly scope: Scope;
  /** A shadow throws a PoisonError where another build parks the user (R24). */
  readonly strict: boolean;
  /** Hears of each part of a batch once it is committed. */
  readonly onCommit: (items: Items, plan: BatchPlan) => void;
}

/** One build on its way through the stream: batches in, rows and checkpoint out, in one transaction each (R22). */
export class Projection {
  private readonly drain: Drain;
  private readonly phase: 'replay' | 'projector';
  private at: Checkpoint;

  constructor(private readonly options: ProjectionOptions) {
    const { session, build, checkpoint, strict } = options;
    this.at = checkpoint;
    this.phase = strict ? 'replay' : 'projector';
    this.drain = new Drain(session, build, (fact, plan, andThen) =>
      this.commit([fact], plan, this.at, andThen),
    );
  }

  get checkpoint(): Checkpoint {
    return this.at;
  }

  /** Tries once more what is parked: its turn may have come, or this code may be newer than the one that parked it. */
  async retryParked(): Promise<void> {
    const { session, build } = this.options;
    for (const subject of await loadParked(session, build)) await this.drain.run(subject);
  }

  /** Takes the next events of the stream. Throws when they are not the next, and on a fault of Postgres. */
  async take(batch: readonly StreamedEvent[]): Promise<void> {
    await failpoint(`${this.phase}.after-fetch`);
    const [first] = batch;
    if (first && first.sequence !== this.at.sequence + 1) {
      throw new Error(`the stream went on at ${first.sequence}, not after ${this.at.sequence}`);
    }
    if (first) await this.takeItems(batch.map((event) => readFact(event, this.at.epoch)));
  }

  /** Data that Postgres refuses are found by halving; their event is parked like any other poison (R24). */
  private async takeItems(all: Items, rejected?: string): Promise<void> {
    const { session, build, scope, strict } = this.options;
    const items = inScope(all, scope);
    const states = await loadStates(session, build, items);
    metInTheMiddle(items, states, scope);
    const plan = planBatch(build.definition, items, states, rejected);
    if (strict) refusePoison(plan);
    try {
      await this.commit(items, plan, endOf(all, this.at));
    } catch (error) {
      const fault = dataFault(error);
      if (fault === undefined || rejected !== undefined) throw error;
      if (all.length === 1) return this.takeItems(all, fault);
      const half = all.length >> 1;
      await this.takeItems(all.slice(0, half));
      return this.takeItems(all.slice(half));
    }
    for (const [key, subject] of plan.subjects) {
      const before = states.get(key) ?? unseen;
      if (subject.parked === 'GAP' && subject.version > before.version) {
        await this.drain.run(subject);
      }
    }
  }

  private async commit(
    items: Items,
    plan: BatchPlan,
    to: Checkpoint,
    andThen?: () => Promise<void>,
  ): Promise<void> {
    const { session, build, onCommit } = this.options;
    await session.transaction(async () => {
      await writePlan(session, build, plan, { from: this.at, to });
      await andThen?.();
      await failpoint(`${this.phase}.in-transaction`);
    });
    this.at = to;
    onCommit(items, plan);
    await failpoint(`${this.phase}.after-commit`);
  }
}

/** What no version of this code can read is kept aside in every build; what `project` cannot take stops a shadow. */
function refusePoison({ letters }: BatchPlan): void {
  for (const letter of letters.values()) {
    if (letter.reason === 'POISON') throw new PoisonError(letter);
  }
}

function endOf(items: Items, { epoch, sequence, eventId }: Checkpoint): Checkpoint {
  const last = items.at(-1);
  if (!last) return { epoch, sequence, eventId };
  return {
    epoch,
    sequence: last.sequence,
    eventId: 'problem' in last ? null : last.envelope.id,
  };
}
