import type { DataSource } from '#libs/persistence';
import { ModelSession } from '../engine/model-session.js';
import { lockOf } from './build.js';

/** Drops what was discarded, as soon as nobody writes it any more; interrupted, it is done the next time. */
export async function dropDiscarded(dataSource: DataSource): Promise<void> {
  const left: { model: string; number: number }[] = await dataSource.query(
    `SELECT model, build AS number FROM builds WHERE state = 'discarded' AND dropped_at IS NULL`,
  );
  for (const build of left) {
    const session = await ModelSession.open(dataSource);
    try {
      if (!(await session.holdsLock(lockOf(build)))) continue;
      const values = [build.model, build.number];
      await session.query({ text: 'SELECT drop_build($1, $2)', values });
    } finally {
      await session.close();
    }
  }
}
