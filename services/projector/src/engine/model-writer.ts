import { StreamLostError, type EventStream } from '#libs/messaging';
import type { DataSource } from '#libs/persistence';
import type { Log } from '#libs/telemetry';
import type { ReadModel } from '../read-models/read-model.js';
import { rest } from '../rest.js';
import { streamLost } from '../stream/stream-sentences.js';
import { loadCheckpoint, startCheckpoint, type Checkpoint } from './checkpoint.js';
import type { CommitBell } from './commit-bell.js';
import { Follower } from './follower.js';
import { writeState } from './model-rows.js';
import { ModelSession } from './model-session.js';
import { ModelStatus, type ModelState } from './model-status.js';
import { forgetFigures } from './projector-metrics.js';

export interface WriterOptions {
  readonly dataSource: DataSource;
  readonly stream: EventStream;
  /** The epoch of the stream as soon as there is one; null when the signal aborts first. */
  readonly epoch: (signal: AbortSignal) => Promise<string | null>;
  readonly bell: CommitBell;
  readonly log: Log;
}

const standbyMs = 500;
const lookAgainMs = 2_000;

/**
 * Keeps one read model up with the stream for as long as the process lives. One replica writes, the others stand by
 * and take over (R22). Whatever fails, it says why and tries again; it never ends the process.
 */
export class ModelWriter {
  readonly status: ModelStatus;
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private session: ModelSession | undefined;
  private follower: Follower | undefined;
  private failures = 0;

  constructor(
    readonly model: ReadModel,
    private readonly options: WriterOptions,
  ) {
    this.status = new ModelStatus(model.name, options.log);
  }

  /** The last event taken, while this replica is the writer. */
  get sequence(): number | undefined {
    return this.follower?.sequence;
  }

  start(): void {
    this.running ??= this.run();
  }

  /** Finishes the batch under way and frees the lock for another replica. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const restMs = await this.turn().catch((error: unknown) => this.failed(error));
      await rest(restMs, signal);
    }
    await this.session?.close();
  }

  /** Stands by, or writes until something ends it; how long to rest afterwards, in milliseconds. */
  private async turn(): Promise<number> {
    const session = await this.openSession();
    const { name, version } = this.model;
    if (!(await session.holdsLock(`phoenix read model ${name} ${version}`))) {
      if (this.status.become('standby')) forgetFigures(name);
      return standbyMs;
    }
    const signal = AbortSignal.any([this.stopping.signal, session.lost]);
    const checkpoint = await this.checkpoint(session, signal);
    if (!checkpoint) return 0;
    this.follower = new Follower({ ...this.options, session, model: this.model, checkpoint });
    await this.follower.follow(signal, () => this.become('running'));
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
    const kept = await loadCheckpoint(session, this.model);
    if (kept) return kept;
    const epoch = await this.options.epoch(signal);
    return epoch === null ? null : startCheckpoint(session, this.model, epoch);
  }

  private async failed(error: unknown): Promise<number> {
    if (this.stopping.signal.aborted) return 0;
    if (error instanceof StreamLostError) {
      await this.become('stopped', streamLost(error));
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
    await writeState(this.session, this.model, state, this.status.reason).catch(() => undefined);
  }
}
