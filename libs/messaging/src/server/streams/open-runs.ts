import type { Subscription } from '@nats-io/transport-node';
import type { StreamRun } from './stream-run.js';

/** Who began a run: another service, or another user through the same one, has no part in it. */
export interface RunOwner {
  readonly callerName: string;
  readonly userId: string | undefined;
}

/** A run that is open to its readers, and what it was begun with. */
export interface OpenRun {
  readonly run: StreamRun;
  readonly owner: RunOwner;
  readonly key: string | undefined;
  readonly fingerprint: string;
  readonly subscriptions: readonly Subscription[];
  readonly deadline: NodeJS.Timeout;
}

/** Above it those that have ended are not kept for as long as their contract says. */
const mostOpen = 1_024;

/** The runs of one endpoint that readers may still ask, from their beginning until a while after their end. */
export class OpenRuns {
  private readonly open = new Set<OpenRun>();
  private rounds: NodeJS.Timeout | undefined;

  constructor(
    private readonly lookEveryMs: number,
    private readonly lookAt: (one: OpenRun) => void,
  ) {}

  get all(): readonly OpenRun[] {
    return [...this.open];
  }

  add(one: OpenRun): void {
    const oldestEnded = this.open.size >= mostOpen && this.all.find(({ run }) => run.end);
    if (oldestEnded) this.close(oldestEnded);
    this.open.add(one);
    this.rounds ??= setInterval(() => this.open.forEach(this.lookAt), this.lookEveryMs);
  }

  /** Who asks again with the same key joins, unless it failed: a refusal is not kept (R13). */
  joinable(owner: RunOwner, key: string): OpenRun | undefined {
    return this.all.find(
      (one) => one.key === key && isSame(one.owner, owner) && one.run.end?.code === undefined,
    );
  }

  /** Nobody reads it here any more. */
  close(one: OpenRun): void {
    if (!this.open.delete(one)) return;
    clearTimeout(one.deadline);
    for (const subscription of one.subscriptions) subscription.unsubscribe();
    if (this.open.size > 0) return;
    clearInterval(this.rounds);
    this.rounds = undefined;
  }
}

export function isSame(one: RunOwner, other: RunOwner): boolean {
  return one.callerName === other.callerName && one.userId === other.userId;
}
