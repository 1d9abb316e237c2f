import { setTimeout as pause } from 'node:timers/promises';

/** A machine that stands still for longer has not waited for longer. */
const longestStepMs = 1_000;

/**
 * Waits until the condition holds, asking every few milliseconds; throws with its last answer when it has waited for
 * `withinMs` milliseconds.
 */
export async function eventually<T>(
  ask: () => Promise<T> | T,
  holds: (value: T) => boolean = Boolean,
  withinMs = 30_000,
): Promise<T> {
  let waitedMs = 0;
  for (;;) {
    const from = performance.now();
    const value = await ask();
    if (holds(value)) return value;
    if (waitedMs > withinMs)
      throw new Error(`It did not come true; at last it was ${JSON.stringify(value)}`);
    await pause(20);
    waitedMs += Math.min(performance.now() - from, longestStepMs);
  }
}
