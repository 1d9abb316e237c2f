import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shutdown } from '../../tools/up/shutdown.mjs';

/**
 * Does the work in a folder of its own outside of the tree; ends every process that it started and removes the folder
 * afterwards, whatever happens. Ctrl-C interrupts it: the answer is then undefined.
 * @template T
 * @param {(place: { home: string, ending: import('../../tools/up/shutdown.mjs').Shutdown }) => Promise<T>} work
 * @param {(sentence: string) => void} say
 * @returns {Promise<T | undefined>}
 */
export async function inOwnHome(work, say) {
  const ending = shutdown({ say });
  const home = await mkdtemp(join(tmpdir(), 'phoenix-bench-'));
  ending.add(() => rm(home, { recursive: true, force: true }));
  // The account that runs Postgres passes through.
  await chmod(home, 0o755);
  const working = work({ home, ending });
  working.catch(() => undefined);
  try {
    return await Promise.race([working, ending.asked.then(() => undefined)]);
  } finally {
    await ending.end();
  }
}
