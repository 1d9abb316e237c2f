import { captureHold, placeHold, releaseHold, type ActionId, type ReplyOf } from '#libs/contracts';
import type { Caller, MessageClient } from '#libs/messaging';
import { derivedKey } from './derived-key.js';

export type HoldReceipt = ReplyOf<typeof captureHold>;

export interface HeldRequest<Work> {
  /** Of the user who asks: its token places the hold (R29). */
  readonly call: Caller & { readonly userId: string };
  readonly action: ActionId;
  readonly expectedCost?: number | undefined;
  readonly lifetimeMs: number;
  /** One key, one payment: a retry finds the hold that is there. */
  readonly idempotencyKey: string;
  readonly work: () => Promise<Work>;
}

/**
 * Does work while its price is held: captured when it is done, released when it fails, expired by itself when this
 * process dies. Refused before the work begins when the account cannot cover it. Settling needs no user (R29).
 */
export async function underHold<Work>(
  client: MessageClient,
  { call, work, lifetimeMs, ...request }: HeldRequest<Work>,
): Promise<{ work: Work; receipt: HoldReceipt }> {
  const { action, expectedCost, idempotencyKey: key } = request;
  const placing = { action, expectedCost, lifetimeMs, idempotencyKey: derivedKey('hold', key) };
  const { holdId } = await client.request(placeHold, placing, call);
  const settling = { userId: call.userId, holdId, idempotencyKey: derivedKey('settle', holdId) };
  const ourselves = { correlationId: call.correlationId, traceparent: call.traceparent };
  let done: Work;
  try {
    done = await work();
  } catch (error) {
    await client.request(releaseHold, { ...settling, reason: 'failed' }, ourselves);
    throw error;
  }
  return { work: done, receipt: await client.request(captureHold, settling, ourselves) };
}
