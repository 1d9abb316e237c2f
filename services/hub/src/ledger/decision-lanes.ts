import type { RefusalCode } from '#libs/contracts';
import type { PipelinedSessions } from '#libs/persistence';
import type { PriceList } from '../energy/price-list.js';
import { batchSteps, commitBatch, type BatchSteps } from './commit-batch.js';
import { Lane } from './lane.js';
import type { Answer, Submission } from './submission.js';
import { Waiting } from './waiting.js';
import { WaitingLines } from './waiting-lines.js';

export interface DecisionLanesOptions {
  readonly sessions: PipelinedSessions;
  readonly prices: PriceList;
  readonly steps?: BatchSteps;
}

/** In milliseconds. Another instance's batch takes some tens at most; beyond it the account waits apart. */
const lockTimeoutMs = { swift: 1_000, slow: 2_000 };

/** Takes submissions, and has them decided: all of them in one lane, and apart those whose account is kept locked. */
export class DecisionLanes {
  private readonly lines = new WaitingLines();
  private readonly lanes: readonly Lane[];

  constructor({ sessions, prices, steps = batchSteps }: DecisionLanesOptions) {
    this.lanes = (['swift', 'slow'] as const).map(
      (pace) =>
        new Lane({
          lines: this.lines,
          pace,
          open: () =>
            sessions.open({ purpose: `ledger-${pace}`, lockTimeoutMs: lockTimeoutMs[pace] }),
          commit: (session, batch) => commitBatch(session, batch, prices, steps),
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
