import { setTimeout as pause } from 'node:timers/promises';

/** Waits until this is true, for what gives no event to wait for; fails with what it saw last after 15 s. */
export async function eventually<T>(look: () => T | Promise<T>, good: (seen: T) => boolean) {
  for (const giveUpAt = performance.now() + 15_000; ; await pause(10)) {
    const seen = await look();
    if (good(seen)) return seen;
    if (performance.now() > giveUpAt) throw new Error(`Never so: ${JSON.stringify(seen)}`);
  }
}
