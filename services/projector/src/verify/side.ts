import type { DataSource } from '#libs/persistence';
import { tableOf } from '../builds/build.js';
import { ModelSession } from '../engine/model-session.js';
import type { ModelTable } from '../read-models/read-model.js';

const dayMs = 24 * 60 * 60 * 1_000;

/** One build as it was at one moment: everything asked of it is of that moment, however long the asking takes. */
export class Side {
  private readonly known = new Map<string, string[]>();

  private constructor(
    readonly name: 'shadow' | 'live',
    readonly number: number,
    readonly sequence: number,
    private readonly session: ModelSession,
  ) {}

  static async open(
    dataSource: DataSource,
    name: 'shadow' | 'live',
    model: string,
    build: number,
  ): Promise<Side> {
    const session = await ModelSession.open(dataSource);
    const ask = (text: string) => session.query({ text, values: [] });
    try {
      await ask(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY`);
      await ask('SET LOCAL statement_timeout = 0');
      await ask('SET LOCAL idle_in_transaction_session_timeout = 0');
      const { rows } = await session.query<{ sequence: string }>({
        text: 'SELECT sequence FROM checkpoints WHERE model = $1 AND table_version = $2',
        values: [model, build],
      });
      return new Side(name, build, Number(rows[0]?.sequence ?? 0), session);
    } catch (error) {
      await session.close();
      throw error;
    }
  }

  async ask<R extends object>(text: string, values: unknown[] = []): Promise<R[]> {
    const { rows } = await this.session.query<R>({ text, values, query_timeout: dayMs });
    return rows;
  }

  table(table: ModelTable): string {
    return tableOf(this, table);
  }

  /** The table's columns as they are; none where this build has no such table. */
  async columns(table: ModelTable): Promise<string[]> {
    const known = this.known.get(table.name);
    if (known) return known;
    const rows = await this.ask<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns
       WHERE table_schema = 'projector' AND table_name = $1`,
      [this.table(table)],
    );
    const columns = rows.map(({ name }) => name);
    this.known.set(table.name, columns);
    return columns;
  }

  async close(): Promise<void> {
    if (!this.session.lost.aborted) {
      await this.session.query({ text: 'ROLLBACK', values: [] }).catch(() => undefined);
    }
    await this.session.close();
  }
}
