import { randomUUID } from 'node:crypto';
import type { RecordedEvent, ServiceName } from '#libs/contracts';
import type { RelayStream } from '#libs/persistence';

export interface Stored {
  readonly id: string;
  readonly source: ServiceName;
  /** Whole, when it came from an outbox. */
  readonly event?: RecordedEvent;
}

/** Stands for the broker: an event stream in memory that can be lost, cut, replaced, and made to fail. */
export class MemoryStream implements RelayStream {
  epoch = randomUUID() as string;
  restores: string[] = [];
  exists = true;
  messages: Stored[] = [];
  received: RecordedEvent[] = [];
  batches: number[] = [];
  down = false;
  /** Whether it is within the broker's two minutes, in which it knows an event that comes again. */
  remembers = false;
  private readonly listeners = new Set<() => void>();

  async position() {
    this.demand();
    const { epoch, restores } = this;
    return this.exists ? { epoch, lastSequence: this.messages.length, restores } : null;
  }

  async appendBatch(events: readonly RecordedEvent[]): Promise<number[]> {
    this.demand();
    if (!this.exists) throw new Error('no responders');
    if (events.some((event) => this.sequenceOf(event) > 0)) {
      throw Object.assign(new Error('batch contains a duplicate'), { code: 'DUPLICATE' });
    }
    this.batches.push(events.length);
    return events.map((event) => this.store(event));
  }

  async append(event: RecordedEvent): Promise<number> {
    this.demand();
    return this.sequenceOf(event) || this.store(event);
  }

  async ownEventIdAt(source: ServiceName, sequence: number): Promise<string | null> {
    this.demand();
    const message = this.messages[sequence - 1];
    return message?.source === source ? message.id : null;
  }

  async *eventsAfter(source: ServiceName, sequence: number) {
    this.demand();
    for (const [index, message] of this.messages.entries()) {
      if (index >= sequence && message.source === source)
        yield { id: message.id, sequence: index + 1, read: () => message.event! };
    }
  }

  onReconnect(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  reconnect(): void {
    this.down = false;
    for (const listener of this.listeners) listener();
  }

  /** Another service's event. */
  addForeign(count = 1): void {
    for (let n = 0; n < count; n++) this.messages.push({ id: randomUUID(), source: 'letters' });
  }

  ids(source: ServiceName = 'hub'): string[] {
    return this.messages.filter((m) => m.source === source).map((m) => m.id);
  }

  private sequenceOf({ envelope }: RecordedEvent): number {
    if (!this.remembers) return 0;
    return this.messages.findIndex((message) => message.id === envelope.id) + 1;
  }

  private store(event: RecordedEvent): number {
    this.received.push(event);
    return this.messages.push({ id: event.envelope.id, source: event.envelope.source, event });
  }

  private demand(): void {
    if (this.down) throw new Error('the broker is away');
  }
}
