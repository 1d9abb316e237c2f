import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { LOG } from '#libs/messaging';
import type { Log } from '#libs/telemetry';
import { renewLeases, takeLeftOver, type HeldRow } from './held-row.js';
import { letGo } from './held-row-steps.js';
import { Settling } from './settling.js';
import type { GiveBackReason } from './work-time.js';

const everyMs = 1_000;
const mostAtOnce = 50;

/**
 * Ends what nobody works on any more, from the start of the service and every second: what is stored is captured, what
 * is not gives its hold back. Says of what is done here that somebody works on it.
 */
@Injectable()
export class LeftOverWork implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly ours = new Set<string>();
  private readonly stopping = new AbortController();
  private running = Promise.resolve();
  private problem: string | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly settling: Settling,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Keeps the lease for as long as this takes. */
  async while<T>(lease: string, work: () => Promise<T>): Promise<T> {
    this.ours.add(lease);
    try {
      return await work();
    } finally {
      this.ours.delete(lease);
    }
  }

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.look().then(
        () => this.explain(undefined),
        (error: unknown) => this.explain(error),
      );
      // Not in step with the other instances.
      await pause(everyMs * (0.75 + Math.random() / 2), undefined, { signal }).catch(
        () => undefined,
      );
    }
  }

  private async look(): Promise<void> {
    const { manager } = this.dataSource;
    if (this.ours.size > 0) await renewLeases(manager, [...this.ours]);
    const rows = await takeLeftOver(manager, randomUUID(), mostAtOnce);
    const ended = await Promise.allSettled(rows.map((row) => this.end(row)));
    const failed = ended.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
  }

  private async end(row: HeldRow): Promise<void> {
    if (row.state !== 'capture-due') {
      const reason = (row.giveBack ?? 'abandoned') as GiveBackReason;
      return this.settling.giveBack(row, row.holdId, reason);
    }
    try {
      await this.settling.capture(row);
    } catch (error) {
      await letGo(this.dataSource.manager, row).catch(() => undefined);
      throw error;
    }
  }

  /** Logged when it changes only. */
  private explain(error: unknown): void {
    const problem =
      error === undefined ? undefined : error instanceof Error ? error.message : 'unknown';
    if (problem && problem !== this.problem) {
      this.log.warn(
        { err: error },
        'Paid work that was left over could not be ended; it is tried again.',
      );
    }
    this.problem = problem;
  }
}
