import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Whether a process with this id runs now (one of another user counts). */
export function isAlive(/** @type {number} */ pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPERM') return false;
  }
  return !isZombie(pid);
}

/** The command line of a process, or '' when there is none: a pid alone may have been given to somebody else. */
export function commandLine(/** @type {number} */ pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    if (process.platform === 'linux' || process.platform === 'win32') return '';
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], {
      encoding: 'utf8',
    }).stdout.trim();
  }
}

/** When a process started, in words that only ever equal those of the same process; '' where that cannot be told. */
export function startOf(/** @type {number} */ pid) {
  if (process.platform === 'linux') return afterCommandName(pid)[19] ?? '';
  if (process.platform === 'win32') return '';
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
}

function isZombie(/** @type {number} */ pid) {
  return process.platform === 'linux' && afterCommandName(pid)[0] === 'Z';
}

/** The fields of /proc/<pid>/stat from the third on: the second, the name, may hold spaces. */
function afterCommandName(/** @type {number} */ pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
