import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PhoenixError, sourceOf, type EventContract } from '#libs/contracts';
import { lifetimeMs, type HeldRequest, type Hold } from './held-request.js';
import { HoldKeeper, type HoldOrder } from './hold-keeper.js';
import type { HeldRow } from './held-row.js';
import { freeKey, letGo, nextAttempt } from './held-row-steps.js';

/** The beginning of work under a hold. What is refused frees the key; what is not known leaves it to the next who asks. */
@Injectable()
export class HoldPlacing {
  constructor(
    private readonly dataSource: DataSource,
    private readonly holds: HoldKeeper,
  ) {}

  async place<Work, Reply, E extends EventContract>(
    request: HeldRequest<Work, Reply, E>,
    row: HeldRow,
  ): Promise<Hold> {
    const { manager } = this.dataSource;
    const { call, action, expectedCost, limitMs, event } = request;
    const order = { call, action, expectedCost, limitMs, service: sourceOf(event) };
    try {
      await request.before?.();
      return await this.forAttempt({ ...order, lifetimeMs: lifetimeMs(request) }, row);
    } catch (error) {
      const refused = error instanceof PhoenixError && error.kind === 'refusal';
      await (refused ? freeKey(manager, row) : letGo(manager, row)).catch(() => undefined);
      throw error;
    }
  }

  /**
   * One that an earlier life of this attempt left is gone on with while it has time enough, else given back; one that
   * another version of this service placed otherwise expires by itself.
   */
  private async forAttempt(
    order: HoldOrder & { readonly limitMs: number },
    row: HeldRow,
  ): Promise<Hold> {
    let { attempt, holdId } = row;
    for (;;) {
      if (holdId) {
        await this.holds.release(row, holdId, 'abandoned');
        await nextAttempt(this.dataSource.manager, row);
        attempt++;
      }
      const placed = await this.holds.place(order, { key: row.key, attempt }).catch(otherHold);
      if (placed) {
        const { reply, replayed } = placed;
        holdId = reply.holdId;
        const leftMs = Date.parse(reply.expiresAt) - Date.now();
        if (!replayed || leftMs >= 2 * order.limitMs) return { holdId, held: reply.amount };
      } else {
        holdId = null;
        await nextAttempt(this.dataSource.manager, row);
        attempt++;
      }
    }
  }
}

function otherHold(error: unknown): null {
  if (error instanceof PhoenixError && error.is('IDEMPOTENCY_KEY_REUSED')) return null;
  throw error;
}
