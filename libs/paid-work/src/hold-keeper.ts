import { Injectable } from '@nestjs/common';
import {
  captureHold,
  PhoenixError,
  placeHold,
  releaseHold,
  type ActionId,
  type ReplyOf,
  type ServiceName,
  type WorkReceipt,
} from '#libs/contracts';
import { MessageClient, type Call } from '#libs/messaging';
import { derivedKey } from './derived-key.js';
import type { HeldRow } from './held-row.js';
import { answerMs, type GiveBackReason } from './work-time.js';

export interface HoldOrder {
  readonly call: Call;
  readonly service: ServiceName;
  readonly action: ActionId;
  readonly expectedCost: number | undefined;
  readonly lifetimeMs: number;
}

type Settled = Pick<HeldRow, 'userId' | 'correlationId' | 'traceparent'>;

/** Talks to the hub about the hold of one attempt at work. What it asks once, it may ask again: one key, one hold, one settlement. */
@Injectable()
export class HoldKeeper {
  constructor(private readonly client: MessageClient) {}

  /** In the name of the user who asks (R29). `replayed`: an earlier life of this attempt had placed it. */
  place(
    { call, service, action, expectedCost, lifetimeMs }: HoldOrder,
    { key, attempt }: Pick<HeldRow, 'key' | 'attempt'>,
  ): Promise<{ reply: ReplyOf<typeof placeHold>; replayed: boolean }> {
    const idempotencyKey = derivedKey(`${service} ${attempt}`, key);
    const body = { action, expectedCost, lifetimeMs, idempotencyKey };
    const leftMs = call.deadline - performance.now() - answerMs;
    const timeoutMs = Math.min(placeHold.timeoutMs, leftMs);
    return this.client.exchange(placeHold, body, call, { timeoutMs });
  }

  /** Takes the whole of it; null when it had expired or was given back, so that nothing can be taken any more. */
  async capture(row: Settled, holdId: string): Promise<WorkReceipt> {
    const idempotencyKey = derivedKey('capture', holdId);
    const body = { userId: row.userId, holdId, idempotencyKey };
    try {
      const { entryId, cost, balance, available, version } = await this.client.request(
        captureHold,
        body,
        ourselves(row),
      );
      return { entryId, cost, balance, available, version };
    } catch (error) {
      if (isRefused(error)) return null;
      throw error;
    }
  }

  /** Gives it back, if that has not happened yet. */
  async release(row: Settled, holdId: string, reason: GiveBackReason): Promise<void> {
    const idempotencyKey = derivedKey(`release ${reason}`, holdId);
    const body = { userId: row.userId, holdId, reason, idempotencyKey };
    try {
      await this.client.request(releaseHold, body, ourselves(row));
    } catch (error) {
      if (!isRefused(error)) throw error;
    }
  }
}

/** Settling needs no user and has no deadline but its own. */
function ourselves({ correlationId, traceparent }: Settled) {
  return { correlationId, traceparent };
}

/** The hub says that the hold is settled already, expired, or unknown. */
function isRefused(error: unknown): boolean {
  return (
    error instanceof PhoenixError &&
    (error.is('HOLD_EXPIRED') || error.is('HOLD_ALREADY_SETTLED') || error.is('HOLD_NOT_FOUND'))
  );
}
