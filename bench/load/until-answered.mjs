import { setTimeout as pause } from 'node:timers/promises';

const patienceMs = 30_000;

/** Asks until somebody answers: the service may still be starting. Throws the last error after half a minute. */
export async function untilAnswered(/** @type {() => Promise<unknown>} */ ask) {
  const end = performance.now() + patienceMs;
  for (;;) {
    try {
      await ask();
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
      await pause(50);
    }
  }
}
