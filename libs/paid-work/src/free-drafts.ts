import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PhoenixError, type EventContract } from '#libs/contracts';
import { StoredReply } from '#libs/messaging';
import { findOffer, offerDraft } from './draft-offer.js';
import type { HeldAnswer, HeldRequest } from './held-request.js';
import { readHeld, type HeldRow } from './held-row.js';
import { markGivenFree } from './held-row-steps.js';
import { keyReused } from './key-reused.js';
import { LeaseLost } from './lease-lost.js';
import { countSettled, Settling } from './settling.js';
import { storeWork } from './store-work.js';

/**
 * A provider that fails costs nobody a result: the same request may have the draft of the house, free and without a
 * hold, under the same key, which has its one result then. Offered for 24 hours after each failure, and to nobody else.
 */
@Injectable()
export class FreeDrafts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settling: Settling,
  ) {}

  /** What is told of work that failed: with the offer, where a provider failed and a draft can be written. */
  async offer<Work>(
    { draft }: Pick<HeldRequest<Work, never, never>, 'draft'>,
    row: HeldRow,
    { holdId, error }: { readonly holdId: string; readonly error: unknown },
  ): Promise<unknown> {
    if (!(error instanceof PhoenixError && error.is('AI_UNAVAILABLE'))) return error;
    if (!draft?.isThere()) return error;
    try {
      const failed = { failure: error.details.reason, holdId };
      const until = await offerDraft(this.dataSource.manager, row, failed);
      const details = { ...error.details, freeDraftUntil: until.toISOString() };
      return new PhoenixError('AI_UNAVAILABLE', error.message, details);
    } catch {
      // Without the database nobody could remember it.
      return error;
    }
  }

  /** Refusal: `NO_FREE_DRAFT` where none is offered, and what the draft itself refuses. */
  async give<Work, Reply, E extends EventContract>(
    request: HeldRequest<Work, Reply, E>,
    fingerprint: string,
  ): Promise<HeldAnswer<Reply>> {
    const { manager } = this.dataSource;
    const { userId } = request.call;
    const key = { userId, key: request.idempotencyKey, fingerprint };
    const row = await readHeld(manager, key);
    if (!row) throw noDraft('nothing-failed');
    if (row.state !== 'refused') {
      return row.fingerprint === fingerprint
        ? this.settling.answerOf(row)
        : keyReused(request.idempotencyKey);
    }
    const offer = await findOffer(manager, key);
    if (!offer) throw noDraft('nothing-failed');
    if (offer.over) throw noDraft('over');
    const { holdId, failure: freeAfter } = offer;
    const done = request.draft!.write();
    try {
      const json = await storeWork(
        this.dataSource,
        request,
        { done, hold: { holdId, held: 0, freeAfter } },
        async (tx, { documentId, reply }) => {
          const given = JSON.stringify({ ...reply, receipt: null });
          await markGivenFree(tx, key, { documentId, reply: given });
          return given;
        },
      );
      countSettled(row.action, 'draft');
      return new StoredReply(json, false);
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
      return this.settling.answerOf((await readHeld(manager, key))!);
    }
  }
}

function noDraft(reason: 'nothing-failed' | 'over'): PhoenixError<'NO_FREE_DRAFT'> {
  const sentence =
    reason === 'over'
      ? 'The time of this offer is over; ask again without `freeDraft`.'
      : 'No provider failed at this request under this key; ask without `freeDraft`.';
  return new PhoenixError('NO_FREE_DRAFT', sentence, { field: 'freeDraft', reason });
}
