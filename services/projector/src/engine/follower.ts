import { readEvents, type EventStream } from '#libs/messaging';
import type { Log } from '#libs/telemetry';
import type { ReadModel } from '../read-models/read-model.js';
import { assertCheckpointHolds, type Checkpoint } from './checkpoint.js';
import type { CommitBell } from './commit-bell.js';
import type { Fact, Unreadable } from './fact.js';
import { countParked } from './model-rows.js';
import type { ModelSession } from './model-session.js';
import type { BatchPlan } from './plan-batch.js';
import { Projection } from './projection.js';
import { projectorMetrics } from './projector-metrics.js';
import { tellOutcomes } from './tell-outcomes.js';
import { untilAborted } from './until-aborted.js';

export interface FollowerOptions {
  readonly session: ModelSession;
  readonly model: ReadModel;
  readonly checkpoint: Checkpoint;
  readonly stream: EventStream;
  readonly bell: CommitBell;
  readonly log: Log;
}

const batchSize = 500;

/** Takes one model from its checkpoint through the stream, for as long as both agree and nothing fails. */
export class Follower {
  private readonly projection: Projection;
  private doubted = false;
  private parkedChanged = true;

  constructor(private readonly options: FollowerOptions) {
    const { session, model, checkpoint } = options;
    this.projection = new Projection(session, model, checkpoint, (items, plan) =>
      this.committed(items, plan),
    );
  }

  get sequence(): number {
    return this.projection.checkpoint.sequence;
  }

  /** Ends when the signal aborts. Throws a StreamLostError when the stream is not the checkpoint's, and what fails. */
  async follow(signal: AbortSignal, onRunning: () => Promise<void>): Promise<void> {
    const { model, stream, checkpoint, log } = this.options;
    const unsubscribe = stream.onReconnect(() => (this.doubted = true));
    try {
      await assertCheckpointHolds(stream, checkpoint);
      await this.projection.retryParked();
      await this.measureParked();
      projectorMetrics.checkpoint.set({ model: model.name }, this.sequence);
      await onRunning();
      const { epoch, sequence } = checkpoint;
      const events = readEvents({ stream, epoch, from: sequence + 1, batchSize, signal, log });
      for await (const batch of untilAborted(events, signal)) {
        await this.settleDoubt();
        await this.projection.take(batch);
        await this.measureParked();
      }
    } finally {
      unsubscribe();
    }
  }

  /** The broker was away: what it serves now may be an older copy of the stream (R18). */
  private async settleDoubt(): Promise<void> {
    if (!this.doubted) return;
    this.doubted = false;
    await assertCheckpointHolds(this.options.stream, this.projection.checkpoint);
  }

  private async measureParked(): Promise<void> {
    if (!this.parkedChanged) return;
    this.parkedChanged = false;
    const { session, model } = this.options;
    projectorMetrics.parked.set({ model: model.name }, await countParked(session, model));
  }

  private committed(items: readonly (Fact | Unreadable)[], plan: BatchPlan): void {
    const { model, bell, log } = this.options;
    const subjects = [...plan.subjects.values()];
    this.parkedChanged ||= plan.letters.size > 0 || subjects.some(({ parked }) => parked !== null);
    projectorMetrics.checkpoint.set({ model: model.name }, this.sequence);
    tellOutcomes(model.name, items, plan, log);
    bell.ring(model.name, subjects);
  }
}
