import type { EventStream } from '#libs/messaging';
import type { Log } from '#libs/telemetry';
import type { Build, Role } from '../builds/build.js';
import { assertCheckpointHolds, type Checkpoint } from './checkpoint.js';
import type { CommitBell } from './commit-bell.js';
import { countParked } from './model-rows.js';
import type { ModelSession } from './model-session.js';
import type { BatchPlan } from './plan-batch.js';
import { Projection } from './projection.js';
import { figuresOf, projectorMetrics } from './projector-metrics.js';
import { readItems, type Items } from './read-items.js';
import type { RecentBatches } from './recent-batches.js';
import type { Scope } from './scope.js';
import type { SharedReader } from './shared-reader.js';
import { tellOutcomes } from './tell-outcomes.js';
import { untilAborted } from './until-aborted.js';

export interface FollowerOptions {
  readonly session: ModelSession;
  readonly build: Build;
  readonly role: Role;
  readonly scope: Scope;
  readonly checkpoint: Checkpoint;
  readonly stream: EventStream;
  readonly reader: SharedReader;
  readonly bell: CommitBell;
  readonly batches: RecentBatches;
  readonly log: Log;
}

/** A part of the stream, in batches as large as they may be. */
export interface Part {
  readonly batchSize: number;
  /** The last sequence to take. */
  readonly until: number;
  /** Waits before each batch for as long as others need the machine more. */
  readonly pace?: (events: number) => Promise<void>;
}

/** Takes one build from its checkpoint through the stream, for as long as both agree and nothing fails. */
export class Follower {
  private readonly projection: Projection;
  private readonly figures: { readonly model: string };
  private doubted = false;
  private parkedChanged = true;

  constructor(private readonly options: FollowerOptions) {
    const { build, role } = options;
    this.figures = figuresOf(build, role);
    this.projection = new Projection({
      ...options,
      strict: role === 'shadow',
      onCommit: (...commit) => this.committed(...commit),
    });
  }

  get checkpoint(): Checkpoint {
    return this.projection.checkpoint;
  }

  /** Throws a StreamLostError when the stream is not the checkpoint's. */
  async begin(): Promise<void> {
    await this.assertStreamHolds();
    await this.projection.begin();
    await this.measureParked();
    projectorMetrics.checkpoint.set(this.figures, this.checkpoint.sequence);
  }

  /** Ends when the signal aborts, or the part is over; without one, never. Throws a StreamLostError, and what fails. */
  async follow(signal: AbortSignal, part?: Part): Promise<void> {
    const { stream } = this.options;
    const until = part?.until;
    const { epoch, sequence } = this.checkpoint;
    if (until !== undefined && sequence >= until) return;
    const unsubscribe = stream.onReconnect(() => (this.doubted = true));
    const ended = new AbortController();
    const reading = AbortSignal.any([signal, ended.signal]);
    const from = sequence + 1;
    try {
      const items = this.read({ epoch, from, signal: reading }, part);
      for await (const batch of untilAborted(items, reading)) {
        await this.settleDoubt();
        await part?.pace?.(batch.length);
        if (signal.aborted) break;
        await this.projection.take(upTo(batch, until));
        // What fails is heard of also when nothing more comes.
        this.projection.settled().catch(() => ended.abort());
        await this.measureParked();
        if (until !== undefined && batch.at(-1)!.sequence >= until) break;
      }
      await this.projection.settled();
      await this.measureParked();
    } finally {
      ended.abort();
      unsubscribe();
      // Whatever failed, nothing of it goes on in the session.
      await this.projection.settled().catch(() => undefined);
    }
  }

  private read(
    place: { readonly epoch: string; readonly from: number; readonly signal: AbortSignal },
    part: Part | undefined,
  ): AsyncGenerator<Items> {
    const { stream, log, reader } = this.options;
    if (!part) return reader.read(place);
    return readItems({ stream, log, ...place, batchSize: part.batchSize });
  }

  /** The broker was away: what it serves now may be an older copy of the stream (R18). */
  private async settleDoubt(): Promise<void> {
    if (!this.doubted) return;
    this.doubted = false;
    await this.assertStreamHolds();
  }

  private assertStreamHolds(): Promise<void> {
    const { stream, session } = this.options;
    return assertCheckpointHolds(
      stream,
      this.checkpoint,
      async <R extends object>(text: string, values: unknown[]) =>
        (await session.query<R>({ text, values })).rows,
    );
  }

  private async measureParked(): Promise<void> {
    if (!this.parkedChanged) return;
    this.parkedChanged = false;
    await this.projection.settled();
    const { session, build } = this.options;
    projectorMetrics.parked.set(this.figures, await countParked(session, build));
  }

  private committed(items: Items, plan: BatchPlan, startedAt: number): void {
    const { build, role, bell, batches, log } = this.options;
    const subjects = [...plan.subjects.values()];
    this.parkedChanged ||= plan.letters.size > 0 || subjects.some(({ parked }) => parked !== null);
    projectorMetrics.checkpoint.set(this.figures, this.checkpoint.sequence);
    tellOutcomes(this.figures, items, plan, log);
    bell.ring(build.model, subjects);
    const [first] = items;
    if (role !== 'live' || !first) return;
    batches.add(build.model, [first.sequence, items.at(-1)!.sequence], startedAt);
  }
}

function upTo(batch: Items, until: number | undefined): Items {
  return until === undefined ? batch : batch.filter(({ sequence }) => sequence <= until);
}
