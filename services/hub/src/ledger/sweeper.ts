import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from '#libs/persistence';
import type { Log } from '#libs/telemetry';

const everyMs = 1_000;
const mostAtOnce = 500;

export interface SweeperOptions {
  readonly dataSource: DataSource;
  readonly log: Log;
  /** Settles what is due on one account, on the path of every other decision (R8). */
  readonly settle: (userId: string) => Promise<unknown>;
}

/**
 * Looks every second for accounts on which something is due and nobody asks anything, and has them settled. Runs in
 * every instance: an account that another one has settled meanwhile has nothing due any more.
 */
export class Sweeper {
  private readonly stopping = new AbortController();
  private running = Promise.resolve();
  private problem: string | undefined;

  constructor(private readonly options: SweeperOptions) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const found = await this.sweep().then(
        (count) => this.explain(undefined, count),
        (error: unknown) => this.explain(error, 0),
      );
      if (found === mostAtOnce) continue;
      // Not in step with the other instances.
      await pause(everyMs * (0.75 + Math.random() / 2), undefined, { signal }).catch(
        () => undefined,
      );
    }
  }

  private async sweep(): Promise<number> {
    const { dataSource, settle } = this.options;
    const due: { user_id: string }[] = await dataSource.query(
      'SELECT user_id FROM accounts WHERE next_due_at <= clock_timestamp() ORDER BY next_due_at LIMIT $1',
      [mostAtOnce],
    );
    const settled = await Promise.allSettled(due.map(({ user_id: userId }) => settle(userId)));
    const failed = settled.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
    return due.length;
  }

  /** Logged when it changes only. */
  private explain(error: unknown, found: number): number {
    const problem = error === undefined ? undefined : reasonOf(error);
    if (problem && problem !== this.problem) {
      this.options.log.warn({ err: error }, 'What is due could not be settled; it is tried again.');
    }
    this.problem = problem;
    return found;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown';
}
