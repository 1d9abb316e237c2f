import type { ClientBase } from 'pg';
import type { StoringService } from './roles.js';

/** The advisory lock of the one relay that publishes a service's outbox (R16); whoever holds it keeps relays away. */
export function relayLock(service: StoringService): string {
  return `phoenix relay ${service}`;
}

/** Takes the named lock for this session if it is free; the lock ends with the session. */
export async function tryAdvisoryLock(session: ClientBase, name: string): Promise<boolean> {
  const { rows } = await session.query<{ held: boolean }>(
    'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS held',
    [name],
  );
  return rows[0]!.held;
}
