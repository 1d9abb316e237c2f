import type { StreamedEvent } from '#libs/messaging';
import { failpoint } from '#libs/telemetry';
import type { ReadModel } from '../read-models/read-model.js';
import type { Checkpoint } from './checkpoint.js';
import { dataFault } from './data-fault.js';
import { Drain } from './drain.js';
import { readFact, type Fact, type Unreadable } from './fact.js';
import { loadParked, loadStates } from './load-states.js';
import type { ModelSession } from './model-session.js';
import { planBatch, type BatchPlan } from './plan-batch.js';
import { unseen } from './subject.js';
import { writePlan } from './write-plan.js';

type Items = readonly (Fact | Unreadable)[];

/** Hears of each part of a batch once it is committed. */
export type OnCommit = (items: Items, plan: BatchPlan) => void;

/** One model on its way through the stream: batches in, rows and checkpoint out, in one transaction each (R22). */
export class Projection {
  private readonly drain: Drain;

  constructor(
    private readonly session: ModelSession,
    private readonly model: ReadModel,
    private at: Checkpoint,
    private readonly onCommit: OnCommit,
  ) {
    this.drain = new Drain(session, model, (fact, plan, andThen) =>
      this.commit([fact], plan, this.at, andThen),
    );
  }

  get checkpoint(): Checkpoint {
    return this.at;
  }

  /** Tries once more what is parked: its turn may have come, or this code may be newer than the one that parked it. */
  async retryParked(): Promise<void> {
    for (const subject of await loadParked(this.session, this.model)) await this.drain.run(subject);
  }

  /** Takes the next events of the stream. Throws when they are not the next, and on a fault of Postgres. */
  async take(batch: readonly StreamedEvent[]): Promise<void> {
    await failpoint('projector.after-fetch');
    const [first] = batch;
    if (first && first.sequence !== this.at.sequence + 1) {
      throw new Error(`the stream went on at ${first.sequence}, not after ${this.at.sequence}`);
    }
    if (first) await this.takeItems(batch.map((event) => readFact(event, this.at.epoch)));
  }

  /** Data that Postgres refuses are found by halving; their event is parked like any other poison (R24). */
  private async takeItems(items: Items, rejected?: string): Promise<void> {
    const states = await loadStates(this.session, this.model, items);
    const plan = planBatch(this.model, items, states, rejected);
    try {
      await this.commit(items, plan, endOf(items, this.at));
    } catch (error) {
      const fault = dataFault(error);
      if (fault === undefined || rejected !== undefined) throw error;
      if (items.length === 1) return this.takeItems(items, fault);
      const half = items.length >> 1;
      await this.takeItems(items.slice(0, half));
      return this.takeItems(items.slice(half));
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
    await this.session.transaction(async () => {
      await writePlan(this.session, this.model, plan, { from: this.at, to });
      await andThen?.();
      await failpoint('projector.in-transaction');
    });
    this.at = to;
    this.onCommit(items, plan);
    await failpoint('projector.after-commit');
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
