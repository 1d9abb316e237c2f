import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shutdown } from '../../tools/up/shutdown.mjs';

/**
 * Does the work in a folder of its own outside of the tree; ends every process that it started and removes the folder
 * afterwards, whatever happens. Ctrl-C interrupts it: the answer is then undefined.
 * @template T
 * @param {(place: { home: string, ends: import('./ends.mjs').Ends }) => Promise<T>} work
 * @param {(sentence: string) => void} say
 * @returns {Promise<T | undefined>}
 */
export async function inOwnHome(work, say) {
  const ends = shutdown({ say });
  const home = await mkdtemp(join(tmpdir(), 'phoenix-bench-'));
  ends.add(() => rm(home, { recursive: true, force: true }));
  // The account that runs Postgres passes through.
  await chmod(home, 0o755);
  const working = work({ home, ends });
  working.catch(() => undefined);
  try {
    return await Promise.race([working, ends.asked.then(() => undefined)]);
  } finally {
    await ends.end();
  }
}
