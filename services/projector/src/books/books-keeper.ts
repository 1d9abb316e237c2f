import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { hideSecrets, type Log } from '#libs/telemetry';
import type { BuildWriters } from '../engine/build-writers.js';
import type { CommitBell } from '../engine/commit-bell.js';
import { energyHistory } from '../read-models/energy-history.js';
import { rest } from '../rest.js';
import { AccountsAtRest } from './accounts-at-rest.js';
import { booksMetrics, forgetBooks } from './books-metrics.js';
import { readDiffering, writeBooksRound } from './books-row.js';
import { compareAccounts, type Difference } from './compare-accounts.js';
import { MovedAccounts } from './moved-accounts.js';
import type { Sources } from './read-books.js';

/** So many accounts that moved a round; the rest waits for the next. */
const mostMoved = 2_000;
/** And so many more in turn, whether they moved or not: a row may be changed under an account that rests. */
const atRest = 500;
/** Somebody waits for the mend to be seen. */
const differingEveryMs = 5_000;

export interface BooksOptions extends Sources {
  readonly writers: BuildWriters;
  readonly bell: CommitBell;
  readonly everyMs: number;
  readonly log: Log;
}

/**
 * Compares the books every minute (R27): of every account that has moved, and of all others in turn. The replica that
 * writes the balances does it: it hears who has moved. While books differ they are compared every five seconds.
 */
export class BooksKeeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private readonly moved = new MovedAccounts();
  private running: Promise<void> | undefined;
  private readonly atRest: AccountsAtRest;
  private leading = false;
  private differing = 0;
  private said = '';

  constructor(private readonly options: BooksOptions) {
    this.atRest = new AccountsAtRest(options.client);
    options.bell.onRing((model, subjects) => {
      if (model !== energyHistory.name) return;
      for (const { source, userId } of subjects)
        if (source === 'hub' && userId !== null) this.moved.add(userId);
    });
  }

  onApplicationBootstrap(): void {
    this.running ??= this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
    forgetBooks();
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    for (;;) {
      const { everyMs } = this.options;
      await rest(this.differing > 0 ? Math.min(everyMs, differingEveryMs) : everyMs, signal);
      if (signal.aborted) return;
      await this.turn().catch((error: unknown) => this.failed(error));
    }
  }

  private async turn(): Promise<void> {
    const { dataSource } = this.options;
    const leading = this.writesBalances();
    if (!leading) {
      if (this.leading) forgetBooks();
      this.leading = false;
      this.differing = 0;
      return;
    }
    if (!this.leading) for (const userId of await readDiffering(dataSource)) this.moved.add(userId);
    this.leading = true;
    const resting = await this.atRest.next(atRest);
    await this.round([...new Set([...this.moved.take(mostMoved), ...resting])]);
  }

  private writesBalances(): boolean {
    return this.options.writers.all.some(
      ({ row, status }) =>
        row.model === energyHistory.name && row.role === 'live' && status.state === 'running',
    );
  }

  private async round(users: readonly string[]): Promise<void> {
    const again = (userIds: readonly string[]) =>
      userIds.forEach((userId) => this.moved.add(userId));
    const { signal } = this.stopping;
    const compared = await compareAccounts(this.options, users, signal).catch((error: unknown) => {
      again(users);
      throw error;
    });
    const { differences, unsettled } = compared;
    again([...differences.map(({ userId }) => userId), ...unsettled]);
    if (signal.aborted) return;
    this.differing = differences.length;
    await writeBooksRound(this.options.dataSource, users.length, unsettled.length, differences);
    booksMetrics.compared.inc(users.length);
    booksMetrics.skipped.inc(this.moved.skipped);
    this.moved.skipped = 0;
    booksMetrics.differing.set(differences.length);
    booksMetrics.unsettled.set(unsettled.length);
    booksMetrics.lastRun.setToCurrentTime();
    this.tell(differences);
  }

  private tell([first, ...more]: readonly Difference[]): void {
    if (!first) return this.say('info', 'The books agree.');
    const others = more.length === 0 ? '' : ` ${more.length} more differ.`;
    this.say(
      'warn',
      `The books differ on user ${first.userId}: ${first.reason}.${others} \`npm run phoenix -- books --user ${first.userId}\` shows the figures.`,
    );
  }

  private failed(error: unknown): void {
    const why = hideSecrets(error instanceof Error ? error.message : String(error));
    this.say('warn', `The books could not be compared: ${why} It is tried again by itself.`);
  }

  /** When it changes only. */
  private say(level: 'info' | 'warn', sentence: string): void {
    if (sentence !== this.said) this.options.log[level](sentence);
    this.said = sentence;
  }
}
