import { setTimeout as pause } from 'node:timers/promises';

/** Waits until the condition holds, asking every few milliseconds; throws with its last answer after `withinMs`. */
export async function eventually<T>(
  ask: () => Promise<T> | T,
  holds: (value: T) => boolean = Boolean,
  withinMs = 15_000,
): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    const value = await ask();
    if (holds(value)) return value;
    if (performance.now() > end)
      throw new Error(`It did not come true; at last it was ${JSON.stringify(value)}`);
    await pause(20);
  }
}
