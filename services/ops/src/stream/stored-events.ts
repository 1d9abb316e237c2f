import { setTimeout as pause } from 'node:timers/promises';
import { listStoredEvents, type StoredEvent } from '#libs/contracts';
import { newCaller, type MessageClient } from '#libs/messaging';

const patienceMs = 10_000;
const askEveryMs = 200;

/** What the event store holds, one event after another, as far as it has come; waits for it for about ten seconds. */
export class StoredEvents {
  private ahead: StoredEvent[] = [];
  private asked = 0;
  epoch: string | null = null;

  constructor(private readonly client: MessageClient) {}

  /** The next event; undefined when the event store goes no further. */
  async next(): Promise<StoredEvent | undefined> {
    const end = performance.now() + patienceMs;
    while (this.ahead.length === 0) {
      await this.ask();
      if (this.ahead.length > 0 || performance.now() > end) break;
      await pause(askEveryMs);
    }
    return this.ahead.shift();
  }

  private async ask(): Promise<void> {
    const request = { after: this.asked };
    const { epoch, events } = await this.client.request(listStoredEvents, request, newCaller());
    this.epoch = epoch;
    this.ahead = events;
    this.asked = events.at(-1)?.sequence ?? this.asked;
  }
}
