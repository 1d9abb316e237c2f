import { type Client, type QueryResult, type QueryResultRow } from 'pg';
import { answerWithinMs, connectionOptions, plannedByKey } from './connection-options.js';
import { openSession } from './open-session.js';
import type { StoringService } from './roles.js';
import { discardPlans, PlanAge } from './plan-age.js';
import { typeParser } from './plain-types.js';

/** A statement that Postgres plans once for each connection, under this name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** What begins and ends a transaction takes no values. */
export type TransactionWord = 'BEGIN' | 'COMMIT' | 'ROLLBACK';

export interface SessionSettings {
  readonly service: StoringService;
  readonly url: string;
  /** Stands in `application_name` after the service. */
  readonly purpose: string;
  /** How long a statement waits for a row that another transaction has locked, in milliseconds; then 55P03. */
  readonly lockTimeoutMs: number;
}

/**
 * A connection of its own that sends a statement without waiting for the answers of those before it: several
 * statements cost one round trip. Instants come back as ISO 8601, 64-bit integers as numbers.
 */
export class PipelinedSession {
  private lost = false;
  private gathering = false;
  private readonly plans = new PlanAge();

  private constructor(private readonly client: Client) {}

  static async open(settings: SessionSettings): Promise<PipelinedSession> {
    const { service, url, purpose, lockTimeoutMs } = settings;
    const shared = connectionOptions(service, `-${purpose}`);
    const client = await openSession(url, {
      ...shared,
      options: `${shared.options} ${plannedByKey}`,
      lock_timeout: lockTimeoutMs,
      query_timeout: answerWithinMs,
      pipeline: true,
      types: { getTypeParser: typeParser },
    });
    const session = new PipelinedSession(client);
    client.once('end', () => (session.lost = true));
    client.once('error', () => (session.lost = true));
    return session;
  }

  /** False once the connection is gone; what was under way may or may not have happened. */
  get isOpen(): boolean {
    return !this.lost;
  }

  /** Sends a statement; what nobody awaits may fail unheard, since the last of a transaction tells how it went. */
  query<Row extends QueryResultRow>(
    statement: Statement | TransactionWord,
    values: unknown[] = [],
  ): Promise<QueryResult<Row>> {
    this.gather();
    if (statement === 'BEGIN' && this.plans.isOver())
      this.client.query(discardPlans).catch(() => undefined);
    const answer =
      typeof statement === 'string'
        ? this.client.query<Row>(statement)
        : this.client.query<Row>({ ...statement, values });
    answer.catch(() => undefined);
    return answer;
  }

  /** All that is sent in one go is one write to the network, which costs more than what is in it. */
  private gather(): void {
    if (this.gathering) return;
    this.gathering = true;
    const { stream } = this.client.connection;
    stream.cork();
    process.nextTick(() => {
      this.gathering = false;
      stream.uncork();
    });
  }

  async close(): Promise<void> {
    this.lost = true;
    await this.client.end().catch(() => undefined);
  }
}
