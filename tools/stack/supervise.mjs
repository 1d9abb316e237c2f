import { setTimeout as pause } from 'node:timers/promises';
import { stopBound } from './bound-process.mjs';

/** @typedef {import('./bound-process.mjs').Exit} Exit */
/** @typedef {{ child: import('node:child_process').ChildProcess, exited: Promise<Exit> }} Bound */

const firstDelayMs = 200;
const longestDelayMs = 10_000;
/** A process that stayed up this long starts again with the shortest delay. */
const steadyAfterMs = 30_000;

/**
 * Keeps one process running: starts it, and again whenever it ends by itself, waiting twice as long
 * each time (0.2 s to 10 s, from the start again after 30 s up).
 * @param {{ name: string, start: () => Promise<Bound>, log: (sentence: string) => void }} options
 */
export function supervise({ name, start, log }) {
  /** @type {Bound | undefined} */
  let current;
  let stopping = false;
  let exits = 0;
  let delayMs = firstDelayMs;
  let restarting = '';
  const wakeUp = new AbortController();
  /** @type {() => void} */
  let startedOnce = () => {};
  /** @type {(error: unknown) => void} */
  let failedAtOnce = () => {};
  const started = new Promise((/** @type {(value: void) => void} */ resolve, reject) => {
    startedOnce = resolve;
    failedAtOnce = reject;
  });
  started.catch(() => {});

  async function keepRunning() {
    while (!stopping) {
      const startedAt = Date.now();
      const ending = await runOnce();
      if (stopping) return;
      if (restarting) {
        log(`${name} restarts: ${restarting}`);
        restarting = '';
        continue;
      }
      exits += 1;
      if (Date.now() - startedAt > steadyAfterMs) delayMs = firstDelayMs;
      log(`${name} ${ending}; it starts again in ${delayMs / 1000} s`);
      await pause(delayMs, undefined, { signal: wakeUp.signal }).catch(() => {});
      delayMs = Math.min(delayMs * 2, longestDelayMs);
    }
  }

  async function runOnce() {
    try {
      current = await start();
    } catch (error) {
      failedAtOnce(error);
      return `did not start (${error instanceof Error ? error.message : String(error)})`;
    }
    startedOnce();
    if (stopping) await stopBound(current);
    const { code, signal } = await current.exited;
    current = undefined;
    return signal ? `was ended by ${signal}` : `ended with code ${code ?? 'unknown'}`;
  }

  const finished = keepRunning();
  return {
    name,
    /** Settles with the first start; rejects when that failed (it is tried again all the same). */
    started,
    /** The id of the process that runs now, if one does. */
    get pid() {
      return current?.child.pid;
    },
    /** How many times it ended by itself. */
    get exits() {
      return exits;
    },
    /** Sends a signal to the process that runs now; the supervisor then does what it does at any end. */
    kill: (/** @type {NodeJS.Signals} */ signal = 'SIGKILL') =>
      current?.child.kill(signal) ?? false,
    /** Ends it in order and starts it at once, saying why. */
    async restart(/** @type {string} */ reason) {
      if (stopping || !current) return;
      restarting = reason;
      await stopBound(current);
    },
    /** Ends it for good: SIGTERM (or the given signal), after `graceMs` SIGKILL. */
    async stop(/** @type {NodeJS.Signals} */ signal = 'SIGTERM', graceMs = 10_000) {
      stopping = true;
      wakeUp.abort();
      if (current) await stopBound(current, signal, graceMs);
      await finished;
    },
  };
}

/** Waits for the first start; when that fails, gives up rather than trying again, and says why. */
export async function startedOrStopped(/** @type {ReturnType<typeof supervise>} */ supervisor) {
  try {
    await supervisor.started;
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
}
