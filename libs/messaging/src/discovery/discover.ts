import { errors } from '@nats-io/transport-node';
import { z } from 'zod';
import type { Connection } from '../connection.js';

const endpoint = z.object({
  name: z.string(),
  subject: z.string(),
  num_requests: z.int(),
  num_errors: z.int(),
  last_error: z.string().default(''),
  average_processing_time: z.number(),
});

const instance = z.object({
  name: z.string(),
  id: z.string(),
  version: z.string(),
  started: z.string(),
  endpoints: z.array(endpoint).default([]),
});

/** One running instance of a service, as it tells of itself. Times in nanoseconds, as the protocol has them. */
export type ServiceInstance = z.output<typeof instance>;

/** Every instance that answers within `waitMs` on the NATS services protocol, in order of name and id; none is []. */
export async function discover(connection: Connection, waitMs = 250): Promise<ServiceInstance[]> {
  const found: ServiceInstance[] = [];
  try {
    const options = { strategy: 'timer', maxWait: waitMs } as const;
    for await (const reply of await connection.nats.requestMany('$SRV.STATS', '', options)) {
      const parsed = instance.safeParse(tryJson(reply.string()));
      if (parsed.success) found.push(parsed.data);
    }
  } catch (error) {
    if (!isNoResponders(error)) throw error;
  }
  return found.sort((a, b) => `${a.name} ${a.id}`.localeCompare(`${b.name} ${b.id}`));
}

function isNoResponders(error: unknown): boolean {
  return (
    error instanceof errors.NoRespondersError ||
    (error instanceof errors.RequestError && error.isNoResponders())
  );
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
