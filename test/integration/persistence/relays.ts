import { OutboxRelay, type OutboxRelayOptions, type RelayStatus } from '#libs/persistence';
import { eventually } from '#libs/testing';
import { MemoryStream } from './memory-stream.js';
import { silent, type TestHouse } from './test-house.js';

/** The relays of one test, each a process's own; all are stopped at its end. */
export class Relays {
  private readonly started: OutboxRelay[] = [];

  constructor(private readonly house: TestHouse) {}

  start(stream: MemoryStream, options: Partial<OutboxRelayOptions> = {}): OutboxRelay {
    const relay = new OutboxRelay({
      service: 'hub',
      databaseUrl: this.house.urls().DATABASE_URL,
      log: silent,
      pollMs: 50,
      stream,
      ...options,
    });
    this.started.push(relay);
    relay.start();
    return relay;
  }

  async stop(): Promise<void> {
    await Promise.all(this.started.splice(0).map((relay) => relay.stop()));
  }
}

export function statusWhere(relay: OutboxRelay, good: (status: RelayStatus) => boolean) {
  return eventually(() => relay.status(), good);
}

/** Waits until the relay publishes, agrees with the stream, and nothing waits. */
export function settled(relay: OutboxRelay) {
  return statusWhere(relay, (s) => s.active && s.epoch !== null && !s.problem && s.backlog === 0);
}
