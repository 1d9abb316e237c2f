import { failpoint } from '#libs/telemetry';
import type { Build } from '../builds/build.js';
import type { Checkpoint } from './checkpoint.js';
import { copyPlan } from './copy-plan.js';
import { dataFault } from './data-fault.js';
import { Drain } from './drain.js';
import { KnownSubjects } from './known-subjects.js';
import { loadParked } from './load-states.js';
import type { ModelSession } from './model-session.js';
import { Months } from './months.js';
import { planBatch, type BatchPlan } from './plan-batch.js';
import { PoisonError } from './poison-error.js';
import type { Items } from './read-items.js';
import { inScope, metInTheMiddle, type Scope } from './scope.js';
import type { Subject, SubjectState } from './subject.js';
import { writePlan } from './write-plan.js';

/** What a part of the stream changes, and what it is of that part that the build is about. */
interface Planned {
  readonly items: Items;
  readonly plan: BatchPlan;
  readonly gaps: readonly (Subject & SubjectState)[];
}

export interface ProjectionOptions {
  readonly session: ModelSession;
  readonly build: Build;
  readonly checkpoint: Checkpoint;
  readonly scope: Scope;
  /** A shadow throws a PoisonError where another build parks the user (R24). */
  readonly strict: boolean;
  /** Hears of each part of a batch once it is committed, and when its transaction began (`performance.now()`). */
  readonly onCommit: (items: Items, plan: BatchPlan, startedAt: number) => void;
}

/**
 * One build on its way through the stream: batches in, rows and checkpoint out, in one transaction each (R22). While
 * one batch is written the next is planned.
 */
export class Projection {
  private readonly drain: Drain;
  private readonly known: KnownSubjects;
  private readonly months: Months;
  private readonly phase: 'replay' | 'projector';
  private at: Checkpoint;
  private taken: number;
  private writing: Promise<void> = Promise.resolve();
  /** Counts what came otherwise than planned: a plan made before that is made anew. */
  private surprises = 0;

  constructor(private readonly options: ProjectionOptions) {
    const { session, build, checkpoint, strict } = options;
    this.at = checkpoint;
    this.taken = checkpoint.sequence;
    this.phase = strict ? 'replay' : 'projector';
    this.known = new KnownSubjects(session, build);
    this.months = new Months(session, build);
    this.drain = new Drain(session, build, (fact, plan, andThen) =>
      this.commit([fact], plan, this.at, andThen),
    );
  }

  /** What is committed. */
  get checkpoint(): Checkpoint {
    return this.at;
  }

  /** Tries once more what is parked: its turn may have come, or this code may be newer than the one that parked it. */
  async begin(): Promise<void> {
    const { session, build } = this.options;
    for (const subject of await loadParked(session, build)) await this.drain.run(subject);
    await this.known.learn();
  }

  /**
   * Takes the next events of the stream, once those before are committed. Throws when they are not the next, and what
   * failed in those before.
   */
  async take(items: Items): Promise<void> {
    await failpoint(`${this.phase}.after-fetch`);
    const [first] = items;
    if (!first) return;
    if (first.sequence !== this.taken + 1) {
      throw new Error(`the stream went on at ${first.sequence}, not after ${this.taken}`);
    }
    const { surprises } = this;
    const early = this.known.covers(items) ? this.plan(items) : undefined;
    await this.writing;
    this.taken = items.at(-1)!.sequence;
    this.writing = this.write(items, surprises === this.surprises ? early : undefined);
    this.writing.catch(() => undefined);
  }

  /** Once everything that was taken is committed. */
  async settled(): Promise<void> {
    await this.writing;
  }

  private plan(all: Items, rejected?: string): Planned {
    const { build, scope } = this.options;
    const items = inScope(all, scope);
    metInTheMiddle(items, this.known, scope);
    const plan = planBatch(build.definition, items, this.known, rejected);
    const gaps = plan.advancedGaps;
    this.known.expect(plan);
    return { items, plan, gaps };
  }

  /** Data that Postgres refuses are found by halving; their event is parked like any other poison (R24). */
  private async write(all: Items, early?: Planned, rejected?: string): Promise<void> {
    if (!early) await this.known.meet(all);
    const { items, plan, gaps } = early ?? this.plan(all, rejected);
    if (this.options.strict) refusePoison(plan);
    try {
      await this.commit(items, plan, endOf(all, this.at));
    } catch (error) {
      const fault = dataFault(error);
      if (fault === undefined || rejected !== undefined) throw error;
      this.surprised();
      if (all.length === 1) return this.write(all, undefined, fault);
      const half = all.length >> 1;
      await this.write(all.slice(0, half));
      return this.write(all.slice(half));
    }
    for (const subject of gaps) {
      await this.drain.run(subject);
      this.surprised();
    }
    this.known.trim();
  }

  private surprised(): void {
    this.surprises++;
    this.known.forget();
  }

  private async commit(
    items: Items,
    plan: BatchPlan,
    to: Checkpoint,
    andThen?: () => Promise<void>,
  ): Promise<void> {
    const { session, build, strict, onCommit } = this.options;
    await this.months.make(plan);
    const startedAt = performance.now();
    await session.transaction(async () => {
      if (strict) await copyPlan(session, build, plan);
      await writePlan(session, build, plan, { from: this.at, to, copied: strict });
      await andThen?.();
      await failpoint(`${this.phase}.in-transaction`);
    });
    this.at = to;
    onCommit(items, plan, startedAt);
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
