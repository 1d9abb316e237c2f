import { PhoenixError } from '#libs/contracts';
import { unavailableDatabase } from '#libs/persistence';
import type { Log } from '#libs/telemetry';

/** Does what records `what`. Refusal: `UNAVAILABLE`, outcome unknown, when Postgres is away or too busy. */
export async function recorded<T>(what: string, log: Log, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!unavailableDatabase(cause)) throw cause;
    log.error({ err: cause }, `${what} could not be recorded`);
    const reason = 'the database does not answer';
    const sentence = `What you asked for could not be recorded: ${reason}.`;
    throw new PhoenixError('UNAVAILABLE', sentence, { reason, outcome: 'unknown' }, { cause });
  }
}
