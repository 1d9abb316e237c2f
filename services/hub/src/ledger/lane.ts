import { setTimeout as pause } from 'node:timers/promises';
import { PhoenixError } from '#libs/contracts';
import type { PipelinedSession } from '#libs/persistence';
import { failpoint } from '#libs/telemetry';
import { faultOf } from './batch-fault.js';
import { findFree } from './find-free.js';
import type { Outcome } from './outcome.js';
import type { Waiting } from './waiting.js';
import type { WaitingLines } from './waiting-lines.js';

const mostInOneCommit = 500;
const attempts = 6;

export interface LaneOptions {
  readonly lines: WaitingLines;
  /** The slow lane takes accounts that somebody keeps locked, one at a time, so that they hold nobody else up. */
  readonly pace: 'swift' | 'slow';
  readonly open: () => Promise<PipelinedSession>;
  readonly commit: (
    session: PipelinedSession,
    batch: readonly Waiting[],
  ) => Promise<readonly Outcome[]>;
  /** Called when accounts became slow, or have somebody waiting again. */
  readonly onChange: () => void;
}

/**
 * Commits batch after batch on one connection: what arrives while one is under way makes the next, without a timer.
 * Whatever fails, everybody is answered, and never with a refusal whose transaction is not known to have ended (R9).
 */
export class Lane {
  private session: PipelinedSession | undefined;
  private idle = true;
  private running = Promise.resolve();

  constructor(private readonly options: LaneOptions) {}

  wake(): void {
    if (!this.idle) return;
    this.idle = false;
    this.running = this.run();
  }

  /** Once everything in line is answered. */
  async stop(): Promise<void> {
    while (!this.idle) await this.running;
    await this.session?.close();
  }

  private async run(): Promise<void> {
    const { lines, pace, onChange } = this.options;
    // Requests that came in one piece over the network are all in line by then.
    await new Promise((resolve) => void setImmediate(resolve));
    for (;;) {
      const batch = lines.take(mostInOneCommit, pace);
      if (batch.length === 0) {
        this.idle = true;
        return;
      }
      const later: Waiting[] = [];
      await this.settle(batch, later).catch((error: unknown) => failAll(batch, error));
      lines.putBack(later);
      lines.leave(batch);
      onChange();
    }
  }

  /** Answers everybody, or puts them into `later`: for another batch, and nobody overtakes them there (R10). */
  private async settle(taken: readonly Waiting[], later: Waiting[]): Promise<void> {
    const behind = new Set(later.map(({ userId }) => userId));
    later.push(...taken.filter(({ userId }) => behind.has(userId)));
    let batch = withoutExpired(taken.filter(({ userId }) => !behind.has(userId)));
    for (let attempt = 1; batch.length > 0; attempt++) {
      try {
        const outcomes = await this.options.commit(await this.openSession(), batch);
        await failpoint('ledger.after-commit');
        this.answer(batch, outcomes, later);
        await failpoint('ledger.after-reply');
        return;
      } catch (error) {
        batch = withoutExpired(await this.recover(batch, error, attempt < attempts, later));
      }
    }
  }

  private async openSession(): Promise<PipelinedSession> {
    if (this.session?.isOpen) return this.session;
    this.session = undefined;
    this.session = await this.options.open();
    return this.session;
  }

  /** Whom to try again, once everybody else has been answered or put elsewhere. */
  private async recover(
    batch: readonly Waiting[],
    error: unknown,
    mayTryAgain: boolean,
    later: Waiting[],
  ): Promise<readonly Waiting[]> {
    const fault = faultOf(error, this.session?.isOpen ?? false);
    if (fault === 'lost' && this.session && mayTryAgain) return batch;
    if (fault === 'conflict' && mayTryAgain) {
      await pause(Math.random() * 50);
      return batch;
    }
    if (fault === 'locked' && this.options.pace === 'swift' && mayTryAgain) {
      return this.setLockedApart(batch, later);
    }
    if (fault === 'culprit' && batch.length > 1) {
      const middle = Math.ceil(batch.length / 2);
      await this.settle(batch.slice(0, middle), later);
      await this.settle(batch.slice(middle), later);
    } else failAll(batch, error);
    return [];
  }

  private async setLockedApart(
    batch: readonly Waiting[],
    later: Waiting[],
  ): Promise<readonly Waiting[]> {
    // Whatever fails here fails again, and by its own name, when the batch runs again.
    const free = await findFree(await this.openSession(), batch).catch(() => undefined);
    if (!free) return batch;
    const apart = batch.filter(({ userId }) => !free.has(userId));
    for (const { userId } of apart) this.options.lines.setPace(userId, 'slow');
    later.push(...apart);
    return batch.filter(({ userId }) => free.has(userId));
  }

  private answer(batch: readonly Waiting[], outcomes: readonly Outcome[], later: Waiting[]): void {
    const { lines, pace } = this.options;
    for (const [index, waiting] of batch.entries()) {
      const outcome = outcomes[index]!;
      if (pace === 'slow') lines.setPace(waiting.userId, 'swift');
      if (outcome === 'later') {
        waiting.opens = true;
        later.push(waiting);
      } else if ('error' in outcome) waiting.fail(outcome.error);
      else waiting.answer(outcome.answer);
    }
  }
}

function withoutExpired(batch: readonly Waiting[]): readonly Waiting[] {
  return batch.filter((waiting) => {
    const expired = waiting.submission.expired?.() ?? false;
    if (expired) waiting.fail(nobodyWaits());
    return !expired;
  });
}

function failAll(batch: readonly Waiting[], error: unknown): void {
  for (const waiting of batch) waiting.fail(error);
}

function nobodyWaits(): PhoenixError<'TIMED_OUT'> {
  return new PhoenixError('TIMED_OUT', 'The time for this request was over before its turn.', {
    afterMs: 0,
  });
}
