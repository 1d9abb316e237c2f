import { PermissionViolationError, type NatsConnection } from '@nats-io/transport-node';
import type { Log } from '#libs/telemetry';
import { ReplyInbox } from './client/reply-inbox.js';
import { firstConnect, type ConnectOptions } from './first-connect.js';
import { Refusals } from './permissions/refusals.js';

/** One connection to NATS that never gives up: it waits for the first connect and reconnects for ever. */
export class Connection {
  private reconnectListeners = new Set<() => void>();
  private up = true;
  private closing = false;
  private readonly log: Log;
  private readonly refusals: Refusals;

  private constructor(
    readonly nats: NatsConnection,
    /** The one inbox of all requests of this connection. */
    readonly inbox: ReplyInbox,
    /** Under it are all inboxes of this connection, and nobody else's. */
    readonly inboxPrefix: string,
    { caller, log }: ConnectOptions,
  ) {
    this.log = log;
    this.refusals = new Refusals(caller, log);
    void this.follow();
  }

  /** Waits for a server that takes the credential, for ever unless `withinMs` is given, which it throws after. */
  static async open(options: ConnectOptions): Promise<Connection> {
    const inboxPrefix = `_INBOX.${options.caller}.${options.name}`;
    const nats = await firstConnect(options, inboxPrefix);
    return new Connection(nats, new ReplyInbox(nats, inboxPrefix), inboxPrefix, options);
  }

  /** True while the broker can be spoken to; readiness and requests follow it. */
  get connected(): boolean {
    return this.up && !this.nats.isClosed();
  }

  /** What NATS does not let this connection listen to, and what to do; null when nothing was refused. */
  get refused(): string | null {
    return this.refusals.subscription;
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
        this.hearError(status.error);
      }
    }
    this.up = false;
    // Nobody caught this: the process ends and its supervisor starts another one, which connects anew.
    if (!this.closing) throw new Error('The client library gave the connection to NATS up.');
  }

  private hearError(error: Error): void {
    if (error instanceof PermissionViolationError && error.operation === 'publish')
      this.inbox.refuse(error.subject);
    if (!this.refusals.hear(error)) this.log.error({ err: error }, 'NATS reported an error');
  }
}
