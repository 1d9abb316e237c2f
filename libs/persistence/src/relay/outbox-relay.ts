import type { Log } from '#libs/telemetry';
import type { StoringService } from '../roles.js';
import { Doorbell } from './doorbell.js';
import { OutboxLog } from './outbox-log.js';
import { publishBurst } from './publish-burst.js';
import { relayMetrics } from './relay-metrics.js';
import { RelaySession } from './relay-session.js';
import type { RelayStream } from './relay-stream.js';
import type { WriteMissing } from './take-over.js';
import { StreamAgreement } from './stream-agreement.js';
import { whyEventsWait } from './why-events-wait.js';

export interface OutboxRelayOptions {
  readonly service: StoringService;
  /** The run-time role's address; the relay keeps one connection of its own. */
  readonly databaseUrl: string;
  readonly stream: RelayStream;
  readonly log: Log;
  /** For a service whose tables follow from its events: writes down those that an old Postgres lacks (R20). */
  readonly writeMissing?: WriteMissing;
  /** Events in one atomic batch; 1,000, the most that the broker takes, unless given. */
  readonly chunkSize?: number;
  /** How often to look without being woken, in milliseconds; 1,000 unless given. */
  readonly pollMs?: number;
}

export interface RelayStatus {
  /** This instance is the one that publishes. */
  readonly active: boolean;
  readonly epoch: string | null;
  /** Events not yet published when last looked, counted up to 100,000. */
  readonly backlog: number;
  readonly lastPublishedSeq: number | null;
  /** Why events wait, and what to do; null when they do not. */
  readonly problem: string | null;
}

/** How one step went: how long to rest after it, and what keeps events waiting. */
interface Outcome {
  readonly restMs: number;
  readonly problem: string | null;
}

const onward: Outcome = { restMs: 0, problem: null };
const longestBackoffMs = 5_000;

/**
 * Carries a service's events from its outbox to the stream, each once and in order, whatever is killed in between
 * (R16–R18). One instance of a service publishes, the others stand by. Never ends the process: it says its problem.
 */
export class OutboxRelay {
  private readonly bell = new Doorbell();
  private readonly agreement: StreamAgreement;
  private readonly chunkSize: number;
  private readonly pollMs: number;
  private running: Promise<void> | undefined;
  private stopping = false;
  private session: RelaySession | undefined;
  private active = false;
  private failures = 0;
  private problem: string | null = null;
  private backlog = 0;
  private measuredAt = -Infinity;
  private looked = false;

  constructor(private readonly options: OutboxRelayOptions) {
    this.chunkSize = options.chunkSize ?? 1_000;
    this.pollMs = options.pollMs ?? 1_000;
    this.agreement = new StreamAgreement({ ...options, trustMs: 5 * this.pollMs });
  }

  start(): void {
    this.running ??= this.run();
  }

  /** Finishes the chunk under way and frees the lock for another instance. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.bell.ring();
    await this.running;
    this.running = undefined;
    this.stopping = false;
  }

  /** Looks at the outbox now; does not cut the pause after a failure short. */
  wake(): void {
    if (this.failures === 0) this.bell.ring();
  }

  /** Like `wake`, for what this process has committed itself; false while another one publishes, and must be told. */
  hears(): boolean {
    if (this.active) this.wake();
    return this.active;
  }

  /** Postgres answers, and nobody has compared it with the stream: cuts every pause short. */
  compareNow(): void {
    this.bell.ring();
  }

  /** Outbox and stream were looked at since the start, so that no problem means that there is none. */
  get hasLooked(): boolean {
    return this.looked;
  }

  status(): RelayStatus {
    const { active, backlog, problem } = this;
    const { epoch = null, lastSequence = null } = this.agreement.current ?? {};
    return { active, epoch, backlog, lastPublishedSeq: lastSequence, problem };
  }

  private async run(): Promise<void> {
    const unsubscribe = this.options.stream.onReconnect(() => {
      this.agreement.doubt();
      this.bell.ring();
    });
    while (!this.stopping) {
      const outcome = await this.step().catch((error: unknown) => this.failed(error));
      if (outcome.restMs > 0 && !this.stopping) await this.bell.wait(outcome.restMs);
    }
    unsubscribe();
    await this.session?.close();
  }

  private async step(): Promise<Outcome> {
    const session = await this.openSession();
    const outbox = new OutboxLog(this.options.service, session);
    await this.measure(outbox);
    this.active = await session.holdsLock();
    const outcome = this.active
      ? await this.publish(session, outbox)
      : this.rest((await outbox.agreement())?.problem);
    this.failures = 0;
    this.looked = true;
    this.explain(outcome.problem);
    return outcome;
  }

  /** Publishes and marks what waits, once outbox and stream agree; looks around again after a poll's time. */
  private async publish(session: RelaySession, outbox: OutboxLog): Promise<Outcome> {
    const { service, stream } = this.options;
    const agreed = await this.agreement.reach(outbox);
    if ('problem' in agreed) return this.rest(agreed.problem);
    const until = performance.now() + this.pollMs;
    const end = await publishBurst({
      ...{ service, stream, outbox, agreed, agreement: this.agreement },
      chunkSize: this.chunkSize,
      holdsLock: () => session.open,
      mayGoOn: () => !this.stopping && performance.now() < until,
    });
    return end === 'drained' ? this.rest() : onward;
  }

  private async openSession(): Promise<RelaySession> {
    if (this.session?.open) return this.session;
    const { service, databaseUrl } = this.options;
    const onCommit = () => this.wake();
    const onLost = () => {
      this.active = false;
      this.agreement.doubt();
      this.wake();
    };
    this.session = await RelaySession.open({ service, databaseUrl, onCommit, onLost });
    return this.session;
  }

  private async measure(outbox: OutboxLog): Promise<void> {
    if (performance.now() < this.measuredAt + this.pollMs) return;
    const { service } = this.options;
    const { events, oldestSeconds } = await outbox.backlog();
    this.measuredAt = performance.now();
    this.backlog = events;
    relayMetrics.backlog.set({ service }, events);
    relayMetrics.oldest.set({ service }, oldestSeconds);
  }

  private rest(problem: string | null = null): Outcome {
    return { restMs: this.pollMs, problem };
  }

  private failed(error: unknown): Outcome {
    this.looked = true;
    this.agreement.doubt();
    this.failures++;
    this.explain(whyEventsWait(this.options.service, error));
    const backoffMs = Math.min(longestBackoffMs, 50 * 2 ** Math.min(this.failures, 10));
    return { restMs: backoffMs * (0.5 + Math.random() / 2), problem: this.problem };
  }

  /** Logged when it changes only: a broker that is away for an hour fills no disk. */
  private explain(problem: string | null): void {
    if (problem === this.problem) return;
    this.problem = problem;
    const { log, service } = this.options;
    if (problem) log.warn(problem);
    else log.info(`The events of ${service} are on their way again.`);
  }
}
