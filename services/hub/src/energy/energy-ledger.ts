import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PhoenixError, type RefusalCode } from '#libs/contracts';
import { LOG } from '#libs/messaging';
import { AgreementGate, OutboxRelay, PipelinedSessions } from '#libs/persistence';
import type { Log } from '#libs/telemetry';
import { DecisionLanes } from '../ledger/decision-lanes.js';
import type { Answer, Submission, SubmissionKey } from '../ledger/submission.js';
import { Sweeper } from '../ledger/sweeper.js';
import { readAccount } from './account-queries.js';
import type { EnergyAccount } from './energy-account.js';
import {
  listAccountFigures,
  type AccountFigures,
  type AccountPage,
} from './list-account-figures.js';
import { PriceList } from './price-list.js';
import { settleOnly } from './settle-only.js';

export type { Submission, SubmissionKey } from '../ledger/submission.js';

/**
 * The only place where accounts change: everything that asks while a commit is under way is decided in the next one.
 * A refusal moves nothing and is not stored. Every submission may be run again after an unknown outcome, since its key
 * or the account itself tells what has happened.
 */
@Injectable()
export class EnergyLedger
  implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown
{
  private readonly lanes: DecisionLanes;
  private readonly sweeper: Sweeper;

  constructor(
    private readonly dataSource: DataSource,
    sessions: PipelinedSessions,
    prices: PriceList,
    gate: AgreementGate,
    relay: OutboxRelay,
    @Inject(LOG) log: Log,
  ) {
    this.lanes = new DecisionLanes({ sessions, prices, gate, relay });
    this.sweeper = new Sweeper({ dataSource, log, settle: (userId) => this.settleDue(userId) });
  }

  submit<Reply, Code extends RefusalCode>(
    submission: Submission<Reply, Code> & { key: SubmissionKey },
  ): Promise<Answer<Reply, Code | 'IDEMPOTENCY_KEY_REUSED'>>;
  submit<Reply, Code extends RefusalCode>(
    submission: Submission<Reply, Code>,
  ): Promise<Answer<Reply, Code>>;
  submit<Reply, Code extends RefusalCode>(
    submission: Submission<Reply, Code>,
  ): Promise<Answer<Reply, Code>> {
    return this.lanes.submit(submission);
  }

  /**
   * The account as it is committed now, what is due settled, and the time of the read; null when never opened. While
   * Postgres is behind the event stream (R20) it is as old as Postgres, and what is due stays.
   */
  async read(userId: string): Promise<{ account: EnergyAccount; now: string } | null> {
    const { manager } = this.dataSource;
    const read = await readAccount(manager, userId);
    if (!read?.due) return read;
    const settled = await this.settleDue(userId).then(
      () => true,
      (error: unknown) => notTaken(error),
    );
    return settled ? readAccount(manager, userId) : read;
  }

  /** Accounts in order of user id, for the books. */
  list(page: AccountPage): Promise<AccountFigures[]> {
    return listAccountFigures(this.dataSource.manager, page);
  }

  onApplicationBootstrap(): void {
    this.sweeper.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.sweeper.stop();
  }

  /** The last handler has been answered by now. */
  onApplicationShutdown(): Promise<void> {
    return this.lanes.stop();
  }

  private settleDue(userId: string): Promise<unknown> {
    return this.lanes.submit(settleOnly(userId));
  }
}

/** False for a ledger that takes no changes now; any other error passes. */
function notTaken(error: unknown): false {
  if (error instanceof PhoenixError && error.is('UNAVAILABLE')) return false;
  throw error;
}
