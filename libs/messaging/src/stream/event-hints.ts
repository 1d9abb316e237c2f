import type { Subscription } from '@nats-io/transport-node';
import { house, sourceOf, type ServiceName } from '#libs/contracts';
import type { Connection } from '../connection.js';

interface Heard {
  readonly listeners: Set<() => void>;
  readonly subscription: Subscription;
}

/**
 * Hears that something happened to a user, a moment before the stream has it for good: a reason to ask, never a
 * fact. A hint may be lost or come twice; after a reconnect everybody is told, since hints may have been missed.
 */
export class EventHints {
  private readonly heard = new Map<string, Heard>();

  constructor(
    private readonly connection: Connection,
    private readonly service: ServiceName,
  ) {
    connection.onReconnect(() => {
      for (const { listeners } of this.heard.values()) tell(listeners);
    });
  }

  /** Calls the listener after events of `source` about this user; the answer takes it away again. */
  hear(source: ServiceName, userId: string, listener: () => void): () => void {
    if (!house[this.service].hears.some((event) => sourceOf(event) === source)) {
      throw new Error(`${this.service} is not chartered to hear ${source}; see house.ts`);
    }
    const subject = `phoenix.event.${source}.${userId}`;
    const heard = this.heard.get(subject) ?? this.subscribe(subject);
    // A function of its own, so that the same listener may stand here twice.
    const entry = () => listener();
    heard.listeners.add(entry);
    return () => {
      heard.listeners.delete(entry);
      if (heard.listeners.size > 0 || this.heard.get(subject) !== heard) return;
      this.heard.delete(subject);
      heard.subscription.unsubscribe();
    };
  }

  /** One subscription a subject, however many listen. */
  private subscribe(subject: string): Heard {
    const listeners = new Set<() => void>();
    const callback = (error: Error | null) => {
      if (!error) tell(listeners);
    };
    const subscription = this.connection.nats.subscribe(subject, { callback });
    const heard = { listeners, subscription };
    this.heard.set(subject, heard);
    return heard;
  }
}

function tell(listeners: ReadonlySet<() => void>): void {
  for (const listener of listeners) listener();
}
