import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from './process-identity.mjs';

/** Ends a process that is not our child and waits until it is gone; after `graceMs` it is killed. */
export async function stopForeign(
  /** @type {number} */ pid,
  /** @type {NodeJS.Signals} */ signal = 'SIGTERM',
  graceMs = 10_000,
) {
  signalTo(pid, signal);
  for (let waited = 0; isAlive(pid); waited += 50) {
    if (waited === graceMs) signalTo(pid, 'SIGKILL');
    await pause(50);
  }
}

function signalTo(/** @type {number} */ pid, /** @type {NodeJS.Signals} */ signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}
