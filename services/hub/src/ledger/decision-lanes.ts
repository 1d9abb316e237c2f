import type { RefusalCode } from '#libs/contracts';
import type {
  AgreementGate,
  OutboxAgreement,
  OutboxRelay,
  PipelinedSessions,
} from '#libs/persistence';
import type { PriceList } from '../energy/price-list.js';
import { batchSteps, commitBatch, type BatchSteps } from './commit-batch.js';
import { Lane } from './lane.js';
import type { Answer, Submission } from './submission.js';
import { Waiting } from './waiting.js';
import { WaitingLines } from './waiting-lines.js';

export interface DecisionLanesOptions {
  readonly sessions: PipelinedSessions;
  readonly prices: PriceList;
  /** Asked on each connection before it decides: what it leads to may be older than the event stream (R20). */
  readonly gate: AgreementGate;
  readonly steps?: BatchSteps;
  /** The one of this process, which needs no NOTIFY. */
  readonly relay?: Pick<OutboxRelay, 'hears'>;
}

type Found = OutboxAgreement & Record<string, unknown>;

/** In milliseconds. Another instance's batch takes some tens at most; beyond it the account waits apart. */
const lockTimeoutMs = { swift: 1_000, slow: 2_000 };

/** Takes submissions, and has them decided: all of them in one lane, and apart those whose account is kept locked. */
export class DecisionLanes {
  private readonly lines = new WaitingLines();
  private readonly lanes: readonly Lane[];

  constructor({ sessions, prices, gate, steps = batchSteps, relay }: DecisionLanesOptions) {
    this.lanes = (['swift', 'slow'] as const).map(
      (pace) =>
        new Lane({
          lines: this.lines,
          pace,
          open: () =>
            sessions.open({ purpose: `ledger-${pace}`, lockTimeoutMs: lockTimeoutMs[pace] }),
          commit: async (session, batch) => {
            await gate.demand(session, async (ask) => (await session.query<Found>(ask)).rows);
            return commitBatch(session, batch, prices, steps, relay);
          },
          onChange: () => this.wake(),
        }),
    );
  }

  async submit<Reply, Code extends RefusalCode>(
    submission: Submission<Reply, Code>,
  ): Promise<Answer<Reply, Code>> {
    const waiting = new Waiting(submission);
    this.lines.join(waiting);
    this.wake();
    return (await waiting.answered) as Answer<Reply, Code>;
  }

  /** Answers everybody in line, and closes the connections. */
  async stop(): Promise<void> {
    await Promise.all(this.lanes.map((lane) => lane.stop()));
  }

  private wake(): void {
    for (const lane of this.lanes) lane.wake();
  }
}
