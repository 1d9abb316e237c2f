import { join } from 'node:path';
import { initPostgres } from '../stack/postgres-init.mjs';
import { removePostgres } from '../stack/postgres-place.mjs';
import { startPostgres } from '../stack/postgres-start.mjs';
import { password } from '../stack/secrets.mjs';

/** One PostgreSQL for a whole test run, fast because nobody needs its data after a crash; removed at the end. */
export async function sharedPostgres(/** @type {string} */ folder) {
  const cluster = { dataDir: join(folder, 'postgres'), password: password() };
  await initPostgres(cluster);
  const postgres = await startPostgres({
    ...cluster,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  });
  return {
    adminUrl: postgres.adminUrl,
    async stop() {
      await postgres.stop();
      await removePostgres(cluster.dataDir);
    },
  };
}
