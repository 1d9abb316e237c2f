import type { Client } from 'pg';
import { isReadTimeout } from './postgres-errors.js';

/**
 * Closes the connection as soon as one of its answers does not come in time. The pool would lend it out again, and
 * every next query would wait behind the lost one.
 */
export function closeWhenSilent(client: Client): void {
  const ask = client.query.bind(client) as (...query: unknown[]) => unknown;
  const guarded = (...query: unknown[]) => {
    const answer = ask(...query);
    if (!(answer instanceof Promise)) return answer;
    return answer.catch((error: unknown) => {
      if (isReadTimeout(error)) void client.end().catch(() => undefined);
      throw error;
    });
  };
  client.query = guarded as typeof client.query;
}
