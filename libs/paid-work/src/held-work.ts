import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PhoenixError, refuse, type EventContract, type Refusal } from '#libs/contracts';
import { LEAVING, LOG } from '#libs/messaging';
import { CommitOutcomeUnknown } from '#libs/persistence';
import { failpoint, type Log } from '#libs/telemetry';
import { FreeDrafts } from './free-drafts.js';
import { lifetimeMs, type HeldAnswer, type HeldRequest, type Hold } from './held-request.js';
import { HoldPlacing } from './hold-placing.js';
import { claimHeld, readHeld, type HeldRow } from './held-row.js';
import { letGo, markCaptureDue, rememberHold } from './held-row-steps.js';
import { keyReused } from './key-reused.js';
import { LeaseLost } from './lease-lost.js';
import { LeftOverWork } from './left-over-work.js';
import { Settling } from './settling.js';
import { storeWork } from './store-work.js';
import {
  endOfCancelled,
  WorkEnded,
  withinTime,
  type GiveBackReason,
  type WorkLimits,
} from './work-time.js';

/** Longer than the clocks of hub and service differ, and than placing a hold takes. */
const marginMs = 15_000;

/**
 * Work that takes time or can fail, paid for when it is done and only then, once under the caller's key (R32, R33):
 * the price is held → the work is done → its document, its event and "capture due" are committed together → the hold
 * is captured → the reply is stored and sent.
 *
 * - The work fails, takes too long, is cancelled, or the service leaves: the hold is given back with the reason, the
 *   answer is `WORK_NOT_DONE`, and the key is free for another try.
 * - A provider fails at it, which the work throws as `AI_UNAVAILABLE`: given back likewise, and a draft of the house is
 *   offered free (`FreeDrafts`).
 * - The process dies: its lease runs out, and any instance, at its start or every second, ends what was begun: a
 *   document that is stored is captured until the hub answers; otherwise the hold is given back, or expires by itself
 *   where nobody knows of it. The same request sent again meanwhile takes it over.
 * - The hub is away: nothing begins; what was done is captured once it is back. A hold lives three times as long as the
 *   work may take; one that has ended all the same is never taken again: the document is delivered free, and counted.
 * - Asked again: while it is under way `WORK_UNDER_WAY`; afterwards the stored reply, byte for byte; once its document
 *   is deleted `DOCUMENT_NOT_FOUND`.
 */
@Injectable()
export class HeldWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly placing: HoldPlacing,
    private readonly settling: Settling,
    private readonly drafts: FreeDrafts,
    private readonly leftOver: LeftOverWork,
    @Inject(LEAVING) private readonly leaving: AbortSignal,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async run<Work, Reply, E extends EventContract>(
    request: HeldRequest<Work, Reply, E>,
  ): Promise<HeldAnswer<Reply>> {
    const { call, idempotencyKey: key, action } = request;
    const { userId, correlationId, traceparent } = call;
    const fingerprint = call.fingerprint();
    if (request.draft?.asked) return this.drafts.give(request, fingerprint);
    const lease = randomUUID();
    const holdsForMs = lifetimeMs(request) + marginMs;
    const row = await claimHeld(this.dataSource.manager, {
      ...{ userId, key, fingerprint, action, lease, holdsForMs, correlationId, traceparent },
    });
    if (row.fingerprint !== fingerprint) return keyReused(key);
    if (row.lease !== lease) return this.settling.answerOf(row);
    try {
      return await this.leftOver.while(lease, () => this.attempt(request, row));
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
      return this.settling.answerOf((await readHeld(this.dataSource.manager, row))!);
    }
  }

  private async attempt<Work, Reply, E extends EventContract>(
    request: HeldRequest<Work, Reply, E>,
    row: HeldRow,
  ): Promise<HeldAnswer<Reply>> {
    const { manager } = this.dataSource;
    const hold = await this.placing.place(request, row);
    try {
      await failpoint('held-work.after-hold');
      await rememberHold(manager, row, hold.holdId);
      const done = await withinTime(this.limitsOf(request), async (signal) => {
        await failpoint('held-work.in-work');
        return request.work(signal);
      });
      await this.store(request, row, { done, hold });
    } catch (error) {
      return this.notDone(request, row, { holdId: hold.holdId, error });
    }
    try {
      await failpoint('held-work.after-document');
      return await this.settling.answerOf((await readHeld(manager, row))!);
    } catch (error) {
      await letGo(manager, row).catch(() => undefined);
      throw error;
    }
  }

  private limitsOf({
    limitMs,
    cancelled,
    call: { deadline },
  }: Pick<HeldRequest<never, never, never>, 'limitMs' | 'cancelled' | 'call'>): WorkLimits {
    return { limitMs, cancelled, deadline, leaving: this.leaving };
  }

  private async store<Work, Reply, E extends EventContract>(
    request: HeldRequest<Work, Reply, E>,
    row: HeldRow,
    work: { readonly done: Work; readonly hold: Hold },
  ): Promise<void> {
    const { cancelled } = request;
    try {
      await storeWork(this.dataSource, request, work, (tx, { documentId, reply }) => {
        if (cancelled?.aborted) throw endOfCancelled(cancelled);
        return markCaptureDue(tx, row, { documentId, document: JSON.stringify(reply) });
      });
    } catch (error) {
      if (!(error instanceof CommitOutcomeUnknown)) throw error;
      const now = await readHeld(this.dataSource.manager, row).catch(() => undefined);
      if (!now || now.state === 'started') throw error;
    }
  }

  /** Nothing is stored, so nothing is taken: gives the hold back and says why. */
  private async notDone<Work>(
    request: Pick<HeldRequest<Work, never, never>, 'draft'>,
    row: HeldRow,
    { holdId, error }: { readonly holdId: string; readonly error: unknown },
  ): Promise<HeldAnswer<never>> {
    if (error instanceof LeaseLost) throw error;
    if (error instanceof CommitOutcomeUnknown) {
      // It may still commit: whoever takes it up sees what became of it.
      await letGo(this.dataSource.manager, row).catch(() => undefined);
      throw error;
    }
    const reason = reasonOf(error);
    const told = isTold(error);
    if (reason === 'failed' && !told)
      this.log.error({ err: error, action: row.action }, 'Work failed.');
    const tell = await this.drafts.offer(request, row, { holdId, error });
    await this.settling.giveBack(row, holdId, reason);
    if (told) throw tell;
    return workNotDone(reason);
  }
}

/** Errors that say more to the caller than that the work was not done. */
function isTold(error: unknown): error is PhoenixError {
  return error instanceof PhoenixError && (error.kind === 'refusal' || error.is('OVERLOADED'));
}

/** What is refused with 4xx is the caller's move; anything else failed. */
function reasonOf(error: unknown): GiveBackReason {
  if (error instanceof WorkEnded) return error.reason;
  return isTold(error) && error.status < 500 ? 'refused' : 'failed';
}

function workNotDone(reason: GiveBackReason): Refusal<'WORK_NOT_DONE'> {
  const sentence = 'The work was not done, and nothing was taken; ask again with the same key.';
  return refuse('WORK_NOT_DONE', sentence, { reason });
}
