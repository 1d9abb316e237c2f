import { connect, type ConnectionOptions, type NatsConnection } from '@nats-io/transport-node';
import type { Log } from '#libs/telemetry';
import { ReplyInbox } from './client/reply-inbox.js';
import { nkeyCredential } from './permissions/nkey-credential.js';
import { Refusals } from './permissions/refusals.js';
import { serverAddresses } from './server-addresses.js';

export interface ConnectOptions {
  readonly servers: readonly string[];
  /** Whose credential it is: the inbox of the connection stands below `_INBOX.<caller>`, where nobody else reads. */
  readonly caller: string;
  /** Tells this connection from the caller's others. */
  readonly name: string;
  /** The path of the caller's nkey seed. */
  readonly seedFile: string;
  readonly log: Log;
}

const remindEveryMs = 5_000;

/** One connection to NATS that never gives up: it waits for the first connect and reconnects for ever. */
export class Connection {
  private reconnectListeners = new Set<() => void>();
  private up = true;
  private closing = false;
  private readonly refusals: Refusals;

  private constructor(
    readonly nats: NatsConnection,
    /** The one inbox of all requests of this connection. */
    readonly inbox: ReplyInbox,
    /** Under it are all inboxes of this connection, and nobody else's. */
    readonly inboxPrefix: string,
    private readonly log: Log,
    caller: string,
  ) {
    this.refusals = new Refusals(caller, log);
    void this.follow();
  }

  /**
   * Waits until a server answers and takes the credential, however long that takes, and says now and then what it
   * waits for. Throws, naming the file, when there is no seed in it.
   */
  static async open(options: ConnectOptions): Promise<Connection> {
    const { servers, caller, name, seedFile, log } = options;
    const { addresses, ...inAddress } = serverAddresses(servers);
    const credential = await nkeyCredential(seedFile);
    const where = addresses.join(', ');
    log.info(`connecting to NATS at ${where}`);
    const remind = setInterval(() => {
      log.warn(
        credential.timesAsked === 0
          ? `NATS does not answer at ${where} yet`
          : `NATS at ${where} does not take ${caller}'s credential (${seedFile}). Its configuration must name the public key ${credential.publicKey}; deploy/nats/README.md says where.`,
      );
    }, remindEveryMs);
    try {
      const inboxPrefix = `_INBOX.${caller}.${name}`;
      const { authenticator } = credential;
      const connecting = { ...connectionOptions, ...inAddress, authenticator };
      const nats = await connect({ ...connecting, name, inboxPrefix, servers: addresses });
      return new Connection(nats, new ReplyInbox(nats, inboxPrefix), inboxPrefix, log, caller);
    } finally {
      clearInterval(remind);
    }
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
        this.tellError(status.error);
      }
    }
    this.up = false;
    // Nobody caught this: the process ends and its supervisor starts another one, which connects anew.
    if (!this.closing) throw new Error('The client library gave the connection to NATS up.');
  }

  private tellError(error: Error): void {
    const refused = this.refusals.take(error);
    if (refused?.operation === 'publish') this.inbox.refuse(refused.subject);
    if (!refused) this.log.error({ err: error }, 'NATS reported an error');
  }
}

const connectionOptions = {
  maxReconnectAttempts: -1,
  waitOnFirstConnect: true,
  reconnectTimeWait: 100,
  reconnectJitter: 100,
  pingInterval: 10_000,
  maxPingOut: 2,
  // Credentials may be wrong for a moment, while they are changed.
  ignoreAuthErrorAbort: true,
  // Two stack traces a request were half of a client's CPU.
  noAsyncTraces: true,
} satisfies ConnectionOptions;
