import {
  jetstream,
  jetstreamManager,
  JetStreamApiError,
  type JetStreamClient,
  type JetStreamManager,
  type StoredMsg,
  type StreamInfo,
} from '@nats-io/jetstream';
import type { RecordedEvent, ServiceName } from '#libs/contracts';
import type { Connection } from '../connection.js';
import { jetStreamOptions } from '../jetstream.js';
import { readEnvelope } from './event-headers.js';
import { OwnLog, type OwnPlace } from './own-log.js';
import { publishBatch, publishOne } from './publish.js';
import { countSince, streamFigures, type StreamFigures } from './stream-figures.js';
import {
  epochOf,
  restoredEpochs,
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
  /** The epochs of the lost streams that it was made to restore; empty for one that was the first. */
  readonly restores: readonly string[];
}

/** The stream of all events: where it stands, what it holds, and how an event gets in. */
export class EventStream {
  private constructor(
    readonly connection: Connection,
    private readonly manager: JetStreamManager,
    readonly client: JetStreamClient,
  ) {}

  static async open(connection: Connection): Promise<EventStream> {
    const options = jetStreamOptions(connection);
    const manager = await jetstreamManager(connection.nats, options);
    return new EventStream(connection, manager, jetstream(connection.nats, options));
  }

  /** Epoch and last sequence; null when the stream does not exist. Throws when the broker cannot say. */
  async position(): Promise<StreamPosition | null> {
    const info = await this.info();
    if (!info) return null;
    const { config, state } = info;
    return {
      epoch: epochOf(config),
      lastSequence: state.last_seq,
      restores: restoredEpochs(config),
    };
  }

  /** What it holds and how it is kept; null when it does not exist. */
  async figures(): Promise<StreamFigures | null> {
    const info = await this.info();
    return info && streamFigures(info);
  }

  /** How many events came since then. For readers of the whole stream. */
  countSince(since: Date): Promise<number> {
    return countSince(this.manager, since);
  }

  /** Creates the stream under this epoch. Only for whoever knows that no stream ever was (R18), or restores those that were (R19). */
  async create(epoch: string, size: StreamSize, restores: readonly string[] = []): Promise<void> {
    await this.manager.streams.add(streamDefinition(epoch, size, restores));
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

  /** The id of anybody's event at a sequence; null when there is none. For readers of the whole stream. */
  async eventIdAt(sequence: number): Promise<string | null> {
    return (await this.placeOf(sequence))?.eventId ?? null;
  }

  /** The same, and when the stream took it, in milliseconds since 1970. */
  async placeOf(sequence: number): Promise<{ eventId: string; storedAtMs: number } | null> {
    const message = await this.messageAt(sequence);
    const eventId = message?.header.get('ce-id');
    return eventId ? { eventId, storedAtMs: message!.time.getTime() } : null;
  }

  private async messageAt(sequence: number): Promise<StoredMsg | null> {
    if (sequence < 1) return null;
    try {
      return await this.manager.direct.getMessage(streamName, { seq: sequence });
    } catch (error) {
      if (isApiError(error, messageNotFound) || isNotFoundStatus(error)) return null;
      throw error;
    }
  }

  /** Anybody's event at a sequence, its data byte for byte; null when there is none. Throws when it is not one of ours. */
  async eventAt(sequence: number): Promise<RecordedEvent | null> {
    const message = await this.messageAt(sequence);
    return message && { envelope: readEnvelope(message.header), data: message.string() };
  }

  /** The id of the service's own event at a sequence; null when there is none, or it is another service's. */
  ownEventIdAt(source: ServiceName, sequence: number): Promise<string | null> {
    return this.ownLog(source).eventIdAt(sequence);
  }

  /** The service's own events after a sequence, in stream order, up to the end of the stream. */
  eventsAfter(source: ServiceName, sequence: number): AsyncIterable<OwnPlace> {
    return this.ownLog(source).from(sequence + 1);
  }

  onReconnect(listener: () => void): () => void {
    return this.connection.onReconnect(listener);
  }

  private ownLog(source: ServiceName): OwnLog {
    return new OwnLog(this.manager, this.client, source);
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
