import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { commandLine, isAlive } from './process-identity.mjs';
import { stopForeign } from './stop-foreign.mjs';

/**
 * Ends the server that a crashed owner left on this cluster, and removes the pid file that names
 * somebody else's process. A pid file of a dead process is Postgres' own matter: it checks more than we can.
 */
export async function endPreviousPostgres(/** @type {string} */ cluster) {
  const pidFile = join(cluster, 'postmaster.pid');
  const [first] = (await readFile(pidFile, 'utf8').catch(() => '')).split('\n');
  const pid = Number(first);
  if (!isAlive(pid)) return;
  const command = commandLine(pid);
  if (command.includes('postgres') && command.includes(cluster)) {
    await stopForeign(pid, 'SIGINT');
  } else {
    await rm(pidFile);
  }
}
