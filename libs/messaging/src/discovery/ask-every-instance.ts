import { errors } from '@nats-io/transport-node';
import type { z } from 'zod';
import type { Connection } from '../connection.js';
import { encodeJson, tryJson } from '../wire/json.js';

/** What each instance of each service answers within `waitMs` to one verb of `$SRV`; nobody there is []. */
export async function askEveryInstance<S extends z.ZodType>(
  connection: Connection,
  verb: 'STATS' | 'HOPS',
  answer: S,
  { body, waitMs }: { readonly body?: object; readonly waitMs: number },
): Promise<z.output<S>[]> {
  const found: z.output<S>[] = [];
  const question = body ? encodeJson(body) : '';
  try {
    const options = { strategy: 'timer', maxWait: waitMs } as const;
    for await (const reply of await connection.nats.requestMany(
      `$SRV.${verb}`,
      question,
      options,
    )) {
      const parsed = answer.safeParse(tryJson(reply.data));
      if (parsed.success) found.push(parsed.data);
    }
  } catch (error) {
    if (!isNoResponders(error)) throw error;
  }
  return found;
}

function isNoResponders(error: unknown): boolean {
  return (
    error instanceof errors.NoRespondersError ||
    (error instanceof errors.RequestError && error.isNoResponders())
  );
}
