import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { hideSecrets, type Log } from '#libs/telemetry';
import type { BuildWriters } from '../engine/build-writers.js';
import type { CommitBell } from '../engine/commit-bell.js';
import { energyHistory } from '../read-models/energy-history.js';
import { rest } from '../rest.js';
import { booksMetrics, forgetBooks } from './books-metrics.js';
import { readDiffering, writeBooksRound } from './books-row.js';
import { compareAccounts, type Difference } from './compare-accounts.js';
import { MovedAccounts } from './moved-accounts.js';
import type { Sources } from './read-books.js';

/** So many accounts a round; the rest waits for the next. */
const mostInRound = 2_000;

export interface BooksOptions extends Sources {
  readonly writers: BuildWriters;
  readonly bell: CommitBell;
  readonly everyMs: number;
  readonly log: Log;
}

/**
 * Compares the books of every account that has moved, every minute (R27). The replica that writes the balances does it:
 * it hears who has moved. What differs is compared again until it agrees.
 */
export class BooksKeeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private readonly moved = new MovedAccounts();
  private running: Promise<void> | undefined;
  private leading = false;
  private said = '';

  constructor(private readonly options: BooksOptions) {
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
      await rest(this.options.everyMs, signal);
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
      return;
    }
    if (!this.leading) for (const userId of await readDiffering(dataSource)) this.moved.add(userId);
    this.leading = true;
    await this.round(this.moved.take(mostInRound));
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
