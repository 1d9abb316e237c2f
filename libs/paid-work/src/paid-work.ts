import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  consumeEnergy,
  PhoenixError,
  sourceOf,
  type ActionId,
  type DataOf,
  type EventContract,
  type Refusal,
  type ReplyOf,
} from '#libs/contracts';
import { MessageClient, StoredReply, type Call } from '#libs/messaging';
import {
  CommitOutcomeUnknown,
  nextSubjectVersion,
  recordEvents,
  transaction,
  type StoringService,
} from '#libs/persistence';
import { failpoint } from '#libs/telemetry';
import { derivedKey } from './derived-key.js';
import { keyReused } from './key-reused.js';
import { claim, markDelivered, markRefused, type WorkKey } from './work-row.js';

export type Receipt = ReplyOf<typeof consumeEnergy>;

/** One paid request: what it costs, and what its user gets once it is paid. */
export interface PaidRequest<Work, Reply, E extends EventContract> {
  readonly call: Call;
  readonly idempotencyKey: string;
  readonly action: ActionId;
  readonly expectedCost: number | undefined;
  /** Tells of the delivery; recorded with the reply in one transaction. */
  readonly event: E;
  /** Does the work, before it is paid and only when no earlier request with this key did. */
  readonly work: () => Work;
  /** Puts work and receipt together, once it is paid. Must not fail. */
  readonly deliver: (
    work: Work,
    receipt: Receipt,
  ) => { readonly reply: Reply; readonly data: DataOf<E> };
}

/**
 * Paid for once, delivered once, under the caller's key. Paying and delivering have a key each, so a process that dies
 * in between is made good by the same request sent again: the hub answers the payment it has, and the work is done.
 */
@Injectable()
export class PaidWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly client: MessageClient,
  ) {}

  async run<Work, Reply, E extends EventContract>(
    request: PaidRequest<Work, Reply, E>,
  ): Promise<StoredReply<Reply> | Refusal<'IDEMPOTENCY_KEY_REUSED'>> {
    const { call, idempotencyKey, event } = request;
    const key = { userId: call.userId, key: idempotencyKey, fingerprint: call.fingerprint() };
    const claimed = await claim(this.dataSource.manager, key);
    if (claimed.fingerprint !== key.fingerprint) return keyReused(idempotencyKey);
    if (claimed.reply !== null) return new StoredReply(claimed.reply, true);
    const done = request.work();
    if (call.expired) throw nobodyWaits();
    const receipt = await this.pay(request, key);
    await failpoint('paid-work.after-payment');
    const { reply, data } = request.deliver(done, receipt);
    const json = JSON.stringify(reply);
    const store = () => this.store<Reply, E>(key, json, { call, event, data });
    return store().catch((error: unknown) => {
      // The row's lock waits for an earlier attempt that still commits, so storing again sees it.
      if (error instanceof CommitOutcomeUnknown) return store();
      throw error;
    });
  }

  private async pay<Work, Reply, E extends EventContract>(
    { call, idempotencyKey, action, expectedCost, event }: PaidRequest<Work, Reply, E>,
    key: WorkKey,
  ): Promise<Receipt> {
    const paymentKey = derivedKey(sourceOf(event), idempotencyKey);
    try {
      return await this.client.request(
        consumeEnergy,
        { action, idempotencyKey: paymentKey, expectedCost },
        call,
      );
    } catch (error) {
      if (error instanceof PhoenixError && error.kind === 'refusal') {
        await markRefused(this.dataSource.manager, key);
      }
      throw error;
    }
  }

  private store<Reply, E extends EventContract>(
    key: WorkKey,
    json: string,
    { call, event, data }: { call: Call; event: E; data: DataOf<E> },
  ): Promise<StoredReply<Reply>> {
    return transaction(this.dataSource, async (tx) => {
      const earlier = await markDelivered(tx, key, json);
      if (earlier?.reply) return new StoredReply<Reply>(earlier.reply, true);
      const { userId } = key;
      await recordEvents(tx, {
        source: sourceOf(event) as StoringService,
        cause: call.cause(),
        occurredAt: new Date(),
        events: [
          { contract: event, userId, data, subjectVersion: await nextSubjectVersion(tx, userId) },
        ],
      });
      return new StoredReply<Reply>(json, false);
    });
  }
}

function nobodyWaits(): PhoenixError<'TIMED_OUT'> {
  return new PhoenixError('TIMED_OUT', 'The time for this request was over before it was paid.', {
    afterMs: 0,
  });
}
