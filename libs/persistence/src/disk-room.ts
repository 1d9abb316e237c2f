import type { DataSource } from 'typeorm';
import { sqlState } from './postgres-errors.js';

const diskFull = '53100';
const lookEveryMs = 5_000;

/** Sorts more than it may keep in memory, so that Postgres writes a MiB beside its data, and nothing into them. */
const takeRoom = `
  SELECT set_config('work_mem', '64kB', true);
  SELECT count(*) FROM (SELECT number FROM generate_series(1, 20000) AS number ORDER BY -number) AS sorted`;

/** Whether Postgres has room on its disk: one that has none still answers every question, and refuses every change. */
export class DiskRoom {
  private full = false;
  private lookedAt = -Infinity;

  constructor(private readonly dataSource: DataSource) {}

  /** Looks at most every five seconds while there is room. Throws when Postgres does not answer. */
  async isFull(): Promise<boolean> {
    if (!this.full && performance.now() < this.lookedAt + lookEveryMs) return false;
    this.full = await this.dataSource.query(takeRoom).then(
      () => false,
      (error: unknown) => {
        if (sqlState(error) === diskFull) return true;
        throw error;
      },
    );
    this.lookedAt = performance.now();
    return this.full;
  }
}
