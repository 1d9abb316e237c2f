import type { QueryRunner } from 'typeorm';
import { copyRows, isConnectionLoss, tryAdvisoryLock, type DataSource } from '#libs/persistence';

type Connection = Parameters<typeof tryAdvisoryLock>[0] & { end(): Promise<void> };

export interface Statement {
  /** Prepared once under this name. */
  readonly name?: string;
  readonly text: string;
  readonly values: unknown[];
  /** How long to wait for the answer, in milliseconds; 12 s unless given. */
  readonly query_timeout?: number;
}

/**
 * One model's own connection to Postgres: it holds the model's lock and writes the model's rows, so that whoever lost
 * the lock with the connection can write nothing more (R22).
 */
export class ModelSession {
  private readonly ended = new AbortController();
  private locked = false;

  private constructor(
    private readonly runner: QueryRunner,
    private readonly connection: Connection,
  ) {
    connection.once('end', () => this.lose());
  }

  static async open(dataSource: DataSource): Promise<ModelSession> {
    const runner = dataSource.createQueryRunner();
    const session = new ModelSession(runner, (await runner.connect()) as Connection);
    // Where this host vanishes silently, Postgres frees the lock after about 25 s: later than we notice.
    const text =
      'SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3';
    await session.query({ text, values: [] }).catch(async (error: unknown) => {
      await session.close();
      throw error;
    });
    return session;
  }

  /** Aborts when the connection, and with it the lock, is gone. */
  get lost(): AbortSignal {
    return this.ended.signal;
  }

  /** True once this session is the model's one writer; false while another is. */
  async holdsLock(name: string): Promise<boolean> {
    this.locked ||= await this.guarded(() => tryAdvisoryLock(this.connection, name));
    return this.locked;
  }

  async query<R extends object>(statement: Statement): Promise<{ rows: R[]; count: number }> {
    const { rows, rowCount } = await this.guarded(() => this.connection.query<R>(statement));
    return { rows, count: rowCount ?? 0 };
  }

  /** Adds rows, in lines of `copyLine`; all of them or none. */
  async copy(
    into: { readonly table: string; readonly columns: readonly string[] },
    parts: AsyncIterable<string>,
  ): Promise<void> {
    await this.guarded(() => copyRows(this.connection, into, parts));
  }

  /** All of the work or nothing of it. */
  async transaction(work: () => Promise<void>): Promise<void> {
    await this.query({ text: 'BEGIN', values: [] });
    try {
      await work();
      await this.query({ text: 'COMMIT', values: [] });
    } catch (error) {
      if (!this.lost.aborted) await this.query({ text: 'ROLLBACK', values: [] });
      throw error;
    }
  }

  /** Frees the lock for another replica. */
  async close(): Promise<void> {
    try {
      await this.query({ text: 'SELECT pg_advisory_unlock_all()', values: [] });
    } catch {
      // Not awaited: a server that has vanished never answers the farewell.
      this.connection.end().catch(() => undefined);
    }
    await this.runner.release();
  }

  /** Without an answer nobody knows what happened: such a connection is not used again. */
  private async guarded<T>(ask: () => Promise<T>): Promise<T> {
    this.lost.throwIfAborted();
    try {
      return await ask();
    } catch (error) {
      if (isConnectionLoss(error)) this.lose();
      throw error;
    }
  }

  private lose(): void {
    this.ended.abort(new Error('the connection to Postgres was lost'));
  }
}
