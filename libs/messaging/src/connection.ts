import { connect, type ConnectionOptions, type NatsConnection } from '@nats-io/transport-node';
import type { Log } from '#libs/telemetry';
import { ReplyInbox } from './client/reply-inbox.js';

export interface ConnectOptions {
  readonly servers: readonly string[];
  readonly name: string;
  readonly log: Log;
}

/** One connection to NATS that never gives up: it waits for the first connect and reconnects for ever. */
export class Connection {
  private reconnectListeners = new Set<() => void>();
  private up = true;

  private constructor(
    readonly nats: NatsConnection,
    /** The one inbox of all requests of this connection. */
    readonly inbox: ReplyInbox,
    private readonly log: Log,
  ) {
    void this.follow();
  }

  /** Waits until a server answers, however long that takes. */
  static async open({ servers, name, log }: ConnectOptions): Promise<Connection> {
    log.info(`connecting to NATS at ${servers.map(withoutCredentials).join(', ')}`);
    const options = connectionOptions(servers, name);
    const nats = await connect(options);
    return new Connection(nats, new ReplyInbox(nats, options.inboxPrefix), log);
  }

  /** True while the broker can be spoken to; readiness and requests follow it. */
  get connected(): boolean {
    return this.up && !this.nats.isClosed();
  }

  /** Calls the listener after each reconnect; the answer takes it away again. */
  onReconnect(listener: () => void): () => void {
    this.reconnectListeners.add(listener);
    return () => this.reconnectListeners.delete(listener);
  }

  /** Sends what is still to be sent and closes. */
  async close(): Promise<void> {
    if (this.nats.isClosed()) return;
    if (this.connected) await this.nats.flush().catch(() => undefined);
    await this.nats.close();
  }

  private async follow(): Promise<void> {
    for await (const status of this.nats.status()) {
      if (status.type === 'disconnect') {
        this.up = false;
        this.inbox.abandon();
        this.log.warn('lost the connection to NATS; reconnecting');
      } else if (status.type === 'reconnect') {
        this.up = true;
        this.log.info('connected to NATS again');
        for (const listener of this.reconnectListeners) listener();
      } else if (status.type === 'error') {
        this.log.error({ err: status.error }, 'NATS reported an error');
      }
    }
    this.up = false;
  }
}

function connectionOptions(servers: readonly string[], name: string) {
  return {
    servers: [...servers],
    name,
    maxReconnectAttempts: -1,
    waitOnFirstConnect: true,
    reconnectTimeWait: 100,
    reconnectJitter: 100,
    pingInterval: 10_000,
    maxPingOut: 2,
    inboxPrefix: `_INBOX.${name}`,
    // Two stack traces a request were half of a client's CPU.
    noAsyncTraces: true,
  } satisfies ConnectionOptions;
}

/** A server's address as it may be logged; an address may come with a scheme or without. */
function withoutCredentials(server: string): string {
  return server.replace(/^([a-z]+:\/\/)?.*@/i, '$1');
}
