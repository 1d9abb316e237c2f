import { z } from 'zod';
import type { Connection } from '../connection.js';
import { askEveryInstance } from './ask-every-instance.js';

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
  const found = await askEveryInstance(connection, 'STATS', instance, { waitMs });
  return found.sort((a, b) => `${a.name} ${a.id}`.localeCompare(`${b.name} ${b.id}`));
}
