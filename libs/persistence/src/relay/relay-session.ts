import type { Client, QueryResultRow } from 'pg';
import { relayLock, tryAdvisoryLock } from '../advisory-lock.js';
import { answerWithinMs, connectionOptions, plannedByKey } from '../connection-options.js';
import { openSession } from '../open-session.js';
import type { Statement } from '../pipelined-session.js';
import { discardPlans, PlanAge } from '../plan-age.js';
import { typeParser } from '../plain-types.js';
import { isConnectionLoss } from '../postgres-errors.js';
import { outboxChannel } from '../record-events.js';
import type { StoringService } from '../roles.js';

export interface RelaySessionOptions {
  readonly service: StoringService;
  readonly databaseUrl: string;
  /** An event of this service was committed. */
  readonly onCommit: () => void;
  /** The connection, and with it the lock, is gone. */
  readonly onLost: () => void;
}

/**
 * The relay's own connection to Postgres. It holds the service's relay lock, hears commits, and reads and marks the
 * outbox: whoever lost the lock with the connection can therefore neither claim nor mark another row (R16).
 */
export class RelaySession {
  private lost = false;
  private locked = false;
  private readonly plans = new PlanAge();

  private constructor(
    private readonly client: Client,
    private readonly service: StoringService,
  ) {}

  static async open(options: RelaySessionOptions): Promise<RelaySession> {
    const { service, databaseUrl, onCommit, onLost } = options;
    const shared = connectionOptions(service, '-relay');
    const client = await openSession(databaseUrl, {
      ...shared,
      options: `${shared.options} ${plannedByKey}`,
      query_timeout: answerWithinMs,
      types: { getTypeParser: typeParser },
    });
    const session = new RelaySession(client, service);
    client.once('end', () => {
      session.lost = true;
      onLost();
    });
    client.on('notification', ({ payload }) => {
      if (payload === service) onCommit();
    });
    try {
      // Where this host vanishes silently, Postgres frees the lock after about 25 s: later than we notice (12 s).
      await client.query(
        `SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3;
         LISTEN ${outboxChannel}`,
      );
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    return session;
  }

  get open(): boolean {
    return !this.lost;
  }

  /** True once this session is the one that publishes; false while another instance does. */
  async holdsLock(): Promise<boolean> {
    this.locked ||= await this.guarded(tryAdvisoryLock(this.client, relayLock(this.service)));
    return this.locked;
  }

  /** Instants come back as ISO 8601, 64-bit integers as numbers. */
  async query<Row extends QueryResultRow>(
    statement: string | Statement,
    values: unknown[] = [],
  ): Promise<Row[]> {
    if (this.plans.isOver()) await this.guarded(this.client.query(discardPlans));
    const named = typeof statement === 'string' ? { text: statement } : statement;
    const { rows } = await this.guarded(this.client.query<Row>({ ...named, values }));
    return rows;
  }

  /** Without an answer in time nobody knows who holds the lock by now: such a connection is never used again. */
  private async guarded<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      if (isConnectionLoss(error)) void this.close();
      throw error;
    }
  }

  /** Frees the lock; the next instance may publish at once. */
  async close(): Promise<void> {
    this.lost = true;
    await this.client.end().catch(() => undefined);
  }
}
