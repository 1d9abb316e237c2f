import {
  AckPolicy,
  DeliverPolicy,
  JetStreamApiError,
  type ConsumerInfo,
  type JetStreamClient,
  type JetStreamManager,
} from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import type { RecordedEvent, ServiceName } from '#libs/contracts';
import { headersOf } from '../wire/headers.js';
import { readEnvelope } from './event-headers.js';
import { streamName } from './stream-definition.js';

const consumerNotFound = 10014;
const forgottenAfterMs = 30_000;
const answerWithinMs = 5_000;

export interface OwnPlace {
  readonly id: string;
  readonly sequence: number;
  /** The event itself, its data byte for byte. Throws when its headers are not those of an event of ours. */
  read(): RecordedEvent;
}

/** The one consumer by which a service reads its own events back; its credential allows no other (R28). */
export function ownLogConsumer(source: ServiceName): string {
  return `relay-${source}`;
}

/** The events of one service. */
export function ownLogFilter(source: ServiceName): string {
  return `phoenix.event.${source}.>`;
}

/** One service's events as the stream holds them. One reader at a time: whoever begins ends what another had begun. */
export class OwnLog {
  constructor(
    private readonly manager: JetStreamManager,
    private readonly client: JetStreamClient,
    private readonly source: ServiceName,
  ) {}

  /** The id of the service's event at a sequence; null when there is none, or it is another service's. */
  async eventIdAt(sequence: number): Promise<string | null> {
    for await (const place of this.from(sequence, 1))
      return place.sequence === sequence ? place.id : null;
    return null;
  }

  /** The service's events from a sequence on, in stream order, up to the end that the stream has when asked. */
  async *from(sequence: number, prefetch = 500): AsyncGenerator<OwnPlace> {
    const info = await this.begin(Math.max(sequence, 1));
    let waiting = info.num_pending;
    let delivered = 0;
    try {
      const consumer = this.client.consumers.getConsumerFromInfo(info);
      while (waiting > 0) {
        const before = delivered;
        const messages = await consumer.fetch({ max_messages: prefetch, expires: answerWithinMs });
        for await (const message of messages) {
          const { deliverySequence, pending } = message.info;
          if (deliverySequence !== ++delivered)
            throw this.interrupted('another instance reads them');
          const all = headersOf(message);
          const id = all === 'malformed' ? undefined : all?.get('ce-id');
          const read = () => ({ envelope: readEnvelope(message.headers), data: message.string() });
          if (id) yield { id, sequence: message.seq, read };
          waiting = pending;
          if (waiting === 0) break;
        }
        if (delivered === before) throw this.interrupted('the broker delivers none');
      }
    } finally {
      await this.end();
    }
  }

  private interrupted(why: string): Error {
    return new Error(`reading the events of ${this.source} back was interrupted: ${why}`);
  }

  private async begin(from: number): Promise<ConsumerInfo> {
    await this.end();
    return this.manager.consumers.add(streamName, {
      name: ownLogConsumer(this.source),
      filter_subject: ownLogFilter(this.source),
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq: from,
      ack_policy: AckPolicy.None,
      inactive_threshold: nanos(forgottenAfterMs),
      mem_storage: true,
      num_replicas: 1,
    });
  }

  private async end(): Promise<void> {
    try {
      await this.manager.consumers.delete(streamName, ownLogConsumer(this.source));
    } catch (error) {
      if (!(error instanceof JetStreamApiError && error.code === consumerNotFound)) throw error;
    }
  }
}
