import { setTimeout as pause } from 'node:timers/promises';
import { hideSecrets, type Log } from '#libs/telemetry';
import { isUnreachable, reasonOf } from './postgres-errors.js';

/** Does it once Postgres takes connections: again after up to 2 s for 60 s; any other error passes at once. */
export async function whenReachable<T>(
  connect: () => Promise<T>,
  log: Log,
  limitMs = 60_000,
): Promise<T> {
  const giveUpAt = performance.now() + limitMs;
  for (let delayMs = 50; ; delayMs = Math.min(2_000, delayMs * 2)) {
    try {
      return await connect();
    } catch (error) {
      const why = hideSecrets(reasonOf(error));
      if (!isUnreachable(error)) {
        throw new Error(`Postgres refused the connection: ${why}.`, { cause: error });
      }
      if (performance.now() + delayMs > giveUpAt) {
        throw new Error(
          `Postgres took no connection for ${limitMs / 1_000} s: ${why}. Start it, or correct its address.`,
          { cause: error },
        );
      }
      log.warn(`Waiting for Postgres: ${why}.`);
      await pause(delayMs);
    }
  }
}
