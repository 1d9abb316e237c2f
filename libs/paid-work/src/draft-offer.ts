import type { EntityManager } from 'typeorm';
import type { AiFailureReason } from '#libs/contracts';
import type { HeldRow } from './held-row.js';

/** For how long a free draft may be taken up, in hours. */
const offeredHours = 24;

type Request = Pick<HeldRow, 'userId' | 'key' | 'fingerprint'>;

export interface DraftOffer {
  /** Why the provider failed. */
  readonly failure: AiFailureReason;
  /** The hold that came back then. */
  readonly holdId: string;
  readonly over: boolean;
}

/** Remembers that a provider failed at this very request; answers until when the draft is offered. */
export async function offerDraft(
  tx: EntityManager,
  { userId, key, fingerprint }: Request,
  { failure, holdId }: Pick<DraftOffer, 'failure' | 'holdId'>,
): Promise<Date> {
  const [offered]: { until: Date }[] = await tx.query(
    `INSERT INTO draft_offers (user_id, key, fingerprint, failure, hold_id, until)
     VALUES ($1, $2, $3, $4, $5, clock_timestamp() + $6 * interval '1 hour')
     ON CONFLICT (user_id, key) DO UPDATE
       SET (fingerprint, failure, hold_id, until) =
           (excluded.fingerprint, excluded.failure, excluded.hold_id, excluded.until)
     RETURNING until`,
    [userId, key, fingerprint, failure, holdId, offeredHours],
  );
  return offered!.until;
}

export async function findOffer(
  tx: EntityManager,
  { userId, key, fingerprint }: Request,
): Promise<DraftOffer | undefined> {
  const [offer]: DraftOffer[] = await tx.query(
    `SELECT failure, hold_id AS "holdId", until < clock_timestamp() AS over
     FROM draft_offers WHERE user_id = $1 AND key = $2 AND fingerprint = $3`,
    [userId, key, fingerprint],
  );
  return offer;
}
