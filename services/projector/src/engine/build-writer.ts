import { StreamLostError, type EventStream } from '#libs/messaging';
import type { DataSource } from '#libs/persistence';
import type { Log } from '#libs/telemetry';
import { lockOf, type Build } from '../builds/build.js';
import type { BuildRow } from '../builds/load-builds.js';
import { workOnReplay } from '../replay/work-on-replay.js';
import { rest } from '../rest.js';
import { streamLost } from '../stream/stream-sentences.js';
import { loadCheckpoint, startCheckpoint, type Checkpoint } from './checkpoint.js';
import type { CommitBell } from './commit-bell.js';
import { Follower } from './follower.js';
import { markRetried, writeState } from './model-rows.js';
import { ModelSession } from './model-session.js';
import { ModelStatus, type ModelState } from './model-status.js';
import { PoisonError } from './poison-error.js';
import { figuresOf, forgetFigures } from './projector-metrics.js';
import type { RecentBatches } from './recent-batches.js';
import { wholeStream } from './scope.js';
import type { SharedReader } from './shared-reader.js';

export interface WriterOptions {
  readonly dataSource: DataSource;
  readonly stream: EventStream;
  readonly reader: SharedReader;
  /** The epoch of the stream as soon as there is one; null when the signal aborts first. */
  readonly epoch: (signal: AbortSignal) => Promise<string | null>;
  readonly bell: CommitBell;
  readonly batches: RecentBatches;
  readonly log: Log;
}

const standbyMs = 500;
const lookAgainMs = 2_000;

/**
 * Keeps one build up with the stream until it is stopped. One replica writes, the others stand by and take over (R22).
 * Whatever fails, it says why and tries again; it never ends the process.
 */
export class BuildWriter {
  readonly status: ModelStatus;
  private readonly stopping = new AbortController();
  private interruption = new AbortController();
  private running: Promise<void> | undefined;
  private session: ModelSession | undefined;
  private follower: Follower | undefined;
  private failures = 0;

  constructor(
    readonly build: Build,
    private current: BuildRow,
    private readonly options: WriterOptions,
  ) {
    this.status = new ModelStatus(figuresOf(build, current.role).model, options.log);
  }

  get row(): BuildRow {
    return this.current;
  }

  /** The last event taken, while this replica is the writer. */
  get sequence(): number | undefined {
    return this.follower?.checkpoint.sequence;
  }

  start(): void {
    this.running ??= this.run();
  }

  /** Takes note of what the build is to do now; what is under way ends when that is something else. */
  heed(row: BuildRow): void {
    const before = ordersOf(this.current);
    const { role } = this.current;
    this.current = row;
    if (before === ordersOf(row)) return;
    if (role !== row.role) forgetFigures(figuresOf(this.build, role));
    this.interruption.abort();
  }

  /** Finishes the batch under way and frees the lock for another replica. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    forgetFigures(figuresOf(this.build, this.current.role));
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      this.interruption = new AbortController();
      const signal = AbortSignal.any([this.stopping.signal, this.interruption.signal]);
      const restMs = await this.turn(signal).catch((error: unknown) => this.failed(error));
      await rest(restMs, signal);
    }
    await this.session?.close();
  }

  /** Stands by, or writes until something ends it; how long to rest afterwards, in milliseconds. */
  private async turn(stopOrInterrupt: AbortSignal): Promise<number> {
    const session = await this.openSession();
    const { build, current, options } = this;
    if (!(await session.holdsLock(lockOf(build)))) {
      if (this.status.become('standby')) forgetFigures(figuresOf(build, current.role));
      return standbyMs;
    }
    const signal = AbortSignal.any([stopOrInterrupt, session.lost]);
    const checkpoint = await this.checkpoint(session, signal);
    if (!checkpoint) return 0;
    const { role, run } = current;
    const scope = run ?? wholeStream;
    this.follower = new Follower({ ...options, session, build, role, scope, checkpoint });
    const pausedBy = orderToPause(current);
    if (pausedBy !== null) {
      await this.become('paused', pausedBy);
      return lookAgainMs;
    }
    await this.follower.begin();
    await markRetried(session, current);
    await this.become('running');
    const place = { ...options, session, build, follower: this.follower, signal };
    if (role === 'shadow' && run) await workOnReplay(place, run);
    await this.follower.follow(signal);
    return 0;
  }

  private async openSession(): Promise<ModelSession> {
    if (this.session && !this.session.lost.aborted) return this.session;
    await this.session?.close();
    this.session = undefined;
    this.follower = undefined;
    this.session = await ModelSession.open(this.options.dataSource);
    return this.session;
  }

  private async checkpoint(session: ModelSession, signal: AbortSignal): Promise<Checkpoint | null> {
    const kept = await loadCheckpoint(session, this.build);
    if (kept) return kept;
    const epoch = await this.options.epoch(signal);
    const after = (this.current.run?.fromSequence ?? 1) - 1;
    return epoch === null ? null : startCheckpoint(session, this.build, epoch, after);
  }

  private async failed(error: unknown): Promise<number> {
    if (this.stopping.signal.aborted) return 0;
    if (error instanceof StreamLostError || error instanceof PoisonError) {
      const reason = error instanceof PoisonError ? error.message : streamLost(error);
      await this.become('stopped', reason);
      return lookAgainMs;
    }
    const why = error instanceof Error ? error.message : String(error);
    await this.become('paused', `${why.replace(/\.$/, '')}. It is tried again by itself.`);
    return Math.min(lookAgainMs, 50 * 2 ** this.failures++) * (0.5 + Math.random() / 2);
  }

  private async become(state: ModelState, reason: string | null = null): Promise<void> {
    if (state === 'running') this.failures = 0;
    if (!this.status.become(state, reason) || !this.session) return;
    // Nobody else can know better; when Postgres cannot take it now, the next change will be told.
    await writeState(this.session, this.build, state, this.status.reason).catch(() => undefined);
  }
}

/** What a writer is told from outside; the state that it writes itself is no order. */
function ordersOf({ role, run, pause, retries }: BuildRow): string {
  return [role, run?.paused, run?.rate, run?.verifications, pause?.since, retries].join();
}

/** Why somebody wants it to stand still, and how it goes on; null when nobody does. */
function orderToPause({ model, run, pause }: BuildRow): string | null {
  if (run?.paused) return 'It goes on with `npm run phoenix -- replay resume`.';
  if (!pause) return null;
  const { by, since, reason } = pause;
  return `By ${by} since ${since}: ${reason.replace(/\.$/, '')}. It goes on with \`npm run phoenix -- model resume --model ${model}\`.`;
}
