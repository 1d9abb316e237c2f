import type { QueryRunner } from 'typeorm';
import { isConnectionLoss, tryAdvisoryLock, type DataSource } from '#libs/persistence';

type Connection = Parameters<typeof tryAdvisoryLock>[0] & { end(): Promise<void> };

export interface Statement {
  /** Prepared once under this name. */
  readonly name?: string;
  readonly text: string;
  readonly values: unknown[];
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
    return new ModelSession(runner, (await runner.connect()) as Connection);
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
      await this.connection.end().catch(() => undefined);
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
