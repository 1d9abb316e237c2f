import { connect, type ConnectionOptions, type NatsConnection } from '@nats-io/transport-node';
import type { Log } from '#libs/telemetry';
import { ReplyInbox } from './client/reply-inbox.js';
import { serverAddresses } from './server-addresses.js';

export interface ConnectOptions {
  readonly servers: readonly string[];
  readonly name: string;
  readonly log: Log;
}

const remindEveryMs = 5_000;

/** One connection to NATS that never gives up: it waits for the first connect and reconnects for ever. */
export class Connection {
  private reconnectListeners = new Set<() => void>();
  private up = true;
  private closing = false;

  private constructor(
    readonly nats: NatsConnection,
    /** The one inbox of all requests of this connection. */
    readonly inbox: ReplyInbox,
    /** Under it are all inboxes of this connection, and nobody else's. */
    readonly inboxPrefix: string,
    private readonly log: Log,
  ) {
    void this.follow();
  }

  /** Waits until a server answers, however long that takes, and says now and then that it still waits. */
  static async open({ servers, name, log }: ConnectOptions): Promise<Connection> {
    const { addresses, ...credentials } = serverAddresses(servers);
    const where = addresses.join(', ');
    log.info(`connecting to NATS at ${where}`);
    const remind = setInterval(
      () => log.warn(`NATS does not answer at ${where} yet`),
      remindEveryMs,
    );
    try {
      const options = { ...connectionOptions(name), ...credentials, servers: addresses };
      const nats = await connect(options);
      return new Connection(
        nats,
        new ReplyInbox(nats, options.inboxPrefix),
        options.inboxPrefix,
        log,
      );
    } finally {
      clearInterval(remind);
    }
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
    this.closing = true;
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
    // Nobody caught this: the process ends and its supervisor starts another one, which connects anew.
    if (!this.closing) throw new Error('The client library gave the connection to NATS up.');
  }
}

function connectionOptions(name: string) {
  return {
    name,
    maxReconnectAttempts: -1,
    waitOnFirstConnect: true,
    reconnectTimeWait: 100,
    reconnectJitter: 100,
    pingInterval: 10_000,
    maxPingOut: 2,
    inboxPrefix: `_INBOX.${name}`,
    // Credentials may be wrong for a moment, while they are changed.
    ignoreAuthErrorAbort: true,
    // Two stack traces a request were half of a client's CPU.
    noAsyncTraces: true,
  } satisfies ConnectionOptions;
}
