import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { refuse, type ActionId, type Refusal } from '#libs/contracts';
import { LOG, StoredReply } from '#libs/messaging';
import { counter, failpoint, type Log } from '#libs/telemetry';
import type { HeldAnswer } from './held-request.js';
import { HoldKeeper } from './hold-keeper.js';
import type { HeldRow } from './held-row.js';
import { freeKey, letGo, markHeldDelivered } from './held-row-steps.js';
import type { GiveBackReason } from './work-time.js';

const settled = counter(
  'phoenix_held_work_settled_total',
  'Pieces of work under a hold by how they ended: captured, free (delivered unpaid), draft (free after a provider failed), or why the hold was given back',
  ['action', 'outcome'],
);

export function countSettled(action: ActionId, outcome: string): void {
  settled.inc({ action, outcome });
}

/** The two ends of work under a hold: paid and delivered, or given back. Either may be asked again, by any instance. */
@Injectable()
export class Settling {
  constructor(
    private readonly dataSource: DataSource,
    private readonly holds: HoldKeeper,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** What is said to whoever asks for what somebody else does, or did. */
  async answerOf(row: HeldRow): Promise<HeldAnswer<never>> {
    if (row.state === 'delivered') return new StoredReply(row.reply!, true);
    if (row.state === 'withdrawn') return withdrawn(row);
    if (row.state === 'capture-due') return this.capture(row);
    const sentence = 'This work is under way; ask again with the same key.';
    return refuse('WORK_UNDER_WAY', sentence, { retryAfterMs: 1_000 });
  }

  /** Captures and delivers what is stored and due. Throws while the hub does not answer. */
  async capture(row: HeldRow): Promise<StoredReply<never> | Refusal<'DOCUMENT_NOT_FOUND'>> {
    const { action, document, holdId } = row;
    await failpoint('held-work.before-capture');
    const receipt = await this.holds.capture(row, holdId!);
    await failpoint('held-work.after-capture');
    const reply = JSON.stringify({ ...(JSON.parse(document!) as object), receipt });
    const entryId = receipt?.entryId ?? null;
    const now = await markHeldDelivered(this.dataSource.manager, row, { reply, entryId });
    if (now.first) {
      countSettled(action, receipt ? 'captured' : 'free');
      if (!receipt)
        this.log.warn({ action, holdId }, 'The hold had ended: delivered without being paid.');
    }
    return now.row.reply === null ? withdrawn(row) : new StoredReply(now.row.reply, !now.first);
  }

  /** Gives the hold back and frees the key; what cannot be done now is left to whoever takes it up. */
  async giveBack(row: HeldRow, holdId: string | null, reason: GiveBackReason): Promise<void> {
    const { manager } = this.dataSource;
    try {
      await failpoint('held-work.before-release');
      if (holdId) await this.holds.release(row, holdId, reason);
      await failpoint('held-work.after-release');
      await freeKey(manager, row);
      countSettled(row.action, reason);
    } catch (error) {
      this.log.warn({ err: error, holdId }, 'A hold is not given back yet; it is tried again.');
      await letGo(manager, row, reason).catch(() => undefined);
    }
  }
}

function withdrawn({ documentId }: HeldRow): Refusal<'DOCUMENT_NOT_FOUND'> {
  const sentence = 'The document of this request was deleted.';
  return refuse('DOCUMENT_NOT_FOUND', sentence, { documentId: documentId! });
}
