import type { RecordedEvent, ServiceName } from '#libs/contracts';

/** What the relay asks of the event stream; libs/messaging answers it with JetStream. */
export interface RelayStream {
  /** The stream's epoch and last sequence, and which lost streams it restores; null when the stream does not exist. */
  position(): Promise<{
    epoch: string;
    lastSequence: number;
    restores: readonly string[];
  } | null>;
  /**
   * All or nothing, in order, each acknowledged by the broker; returns the sequences. Throws an error with the code
   * `DUPLICATE` when the broker refused the batch because one of its events is already there.
   */
  appendBatch(events: readonly RecordedEvent[]): Promise<number[]>;
  /** The sequence of the event, also when it was already there. */
  append(event: RecordedEvent): Promise<number>;
  /** The id of the source's event at this sequence; null when there is none, or it is of another source. */
  ownEventIdAt(source: ServiceName, sequence: number): Promise<string | null>;
  /** Every event of a source after a sequence, up to the end that the stream has when asked. */
  eventsAfter(source: ServiceName, sequence: number): AsyncIterable<OwnEvent>;
  /** Calls the listener each time the connection to the broker came back; returns how to end that. */
  onReconnect(listener: () => void): () => void;
}

/** An event of the service as the stream holds it. */
export interface OwnEvent {
  readonly id: string;
  readonly sequence: number;
  /** The whole event, its data byte for byte. */
  read(): RecordedEvent;
}

/** True for a batch that was refused because one of its events is already in the stream. */
export function isDuplicate(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === 'DUPLICATE';
}
