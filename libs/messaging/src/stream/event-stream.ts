import {
  DeliverPolicy,
  jetstream,
  jetstreamManager,
  JetStreamApiError,
  type JetStreamClient,
  type JetStreamManager,
  type StreamInfo,
} from '@nats-io/jetstream';
import type { RecordedEvent, ServiceName } from '#libs/contracts';
import type { Connection } from '../connection.js';
import { headersOf } from '../wire/headers.js';
import { publishBatch, publishOne } from './publish.js';
import {
  epochOf,
  settingsDrift,
  streamDefinition,
  streamName,
  type StreamSize,
} from './stream-definition.js';

const streamNotFound = 10059;
const messageNotFound = 10037;

export interface StreamPosition {
  readonly epoch: string;
  readonly lastSequence: number;
}

/** The stream of all events: where it stands, what it holds, and how an event gets in. */
export class EventStream {
  private constructor(
    readonly connection: Connection,
    private readonly manager: JetStreamManager,
    readonly client: JetStreamClient,
  ) {}

  static async open(connection: Connection): Promise<EventStream> {
    const options = { timeout: 2_000 };
    const manager = await jetstreamManager(connection.nats, { ...options, checkAPI: false });
    return new EventStream(connection, manager, jetstream(connection.nats, options));
  }

  /** Epoch and last sequence; null when the stream does not exist. Throws when the broker cannot say. */
  async position(): Promise<StreamPosition | null> {
    const info = await this.info();
    return info && { epoch: epochOf(info.config), lastSequence: info.state.last_seq };
  }

  /** Creates the stream under this epoch. Only for whoever knows that no stream ever was (R18). */
  async create(epoch: string, size: StreamSize): Promise<void> {
    await this.manager.streams.add(streamDefinition(epoch, size));
  }

  /** Each setting of the stream that is not as declared, in words; empty when all are (R21). */
  async drift(size: StreamSize): Promise<string[]> {
    const info = await this.info();
    return info ? settingsDrift(info.config, size) : ['the stream does not exist'];
  }

  /** All or nothing, in this order; the sequences that the events got. Throws a `PublishError`. */
  appendBatch(events: readonly RecordedEvent[]): Promise<number[]> {
    return publishBatch(this.connection, events);
  }

  /** One event; when the stream had it already within two minutes, the sequence that it has. */
  append(event: RecordedEvent): Promise<number> {
    return publishOne(this.connection, event);
  }

  /** The id of the event at a sequence; null when there is none. */
  async eventIdAt(sequence: number): Promise<string | null> {
    if (sequence < 1) return null;
    try {
      const message = await this.manager.direct.getMessage(streamName, { seq: sequence });
      return message?.header.get('ce-id') ?? null;
    } catch (error) {
      if (isApiError(error, messageNotFound) || isNotFoundStatus(error)) return null;
      throw error;
    }
  }

  /** The ids of one service's events after a sequence, in stream order, up to the end of the stream. */
  async *eventsAfter(
    source: ServiceName,
    sequence: number,
  ): AsyncIterable<{ id: string; sequence: number }> {
    const consumer = await this.client.consumers.get(streamName, {
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq: sequence + 1,
      filter_subjects: [`phoenix.event.${source}.>`],
    });
    const { num_pending: waiting } = await consumer.info();
    if (waiting === 0) return;
    const messages = await consumer.consume({ max_messages: 500 });
    try {
      for await (const message of messages) {
        const all = headersOf(message);
        const id = all === 'malformed' ? undefined : all?.get('ce-id');
        if (id) yield { id, sequence: message.seq };
        if (message.info.pending === 0) return;
      }
    } finally {
      messages.stop();
    }
  }

  onReconnect(listener: () => void): () => void {
    return this.connection.onReconnect(listener);
  }

  private async info(): Promise<StreamInfo | null> {
    try {
      return await this.manager.streams.info(streamName);
    } catch (error) {
      if (isApiError(error, streamNotFound) || (error as Error).name === 'StreamNotFoundError')
        return null;
      throw error;
    }
  }
}

function isApiError(error: unknown, code: number): boolean {
  return error instanceof JetStreamApiError && error.code === code;
}

function isNotFoundStatus(error: unknown): boolean {
  return error instanceof Error && /^message not found$/i.test(error.message);
}
