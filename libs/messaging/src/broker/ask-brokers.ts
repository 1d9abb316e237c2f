import { z } from 'zod';
import type { Connection } from '../connection.js';

/** What the operator asks every server of NATS about itself; answered in the account of the system. */
export const brokerQuestion = '$SYS.REQ.SERVER.PING.VARZ';

const jetStream = z.object({
  config: z.object({ sync_always: z.boolean().default(false), max_storage: z.int().default(0) }),
  stats: z.object({ storage: z.int().default(0) }),
});

const answer = z.object({
  data: z.object({
    server_name: z.string(),
    version: z.string(),
    now: z.string(),
    connections: z.int(),
    max_connections: z.int(),
    // A server without JetStream tells it as an empty object.
    jetstream: z.union([jetStream, z.looseObject({}).transform(() => null)]).default(null),
  }),
});

/** One server of NATS, as it tells of itself. */
export interface BrokerFigures {
  readonly name: string;
  readonly version: string;
  readonly clock: string;
  readonly connections: { readonly used: number; readonly limit: number };
  /** Null without JetStream. `syncAlways`: on disk before it is acknowledged. Bytes of all its streams. */
  readonly storage: {
    readonly syncAlways: boolean;
    readonly usedBytes: number;
    readonly limitBytes: number;
  } | null;
}

/** Every server that answers within a second; none is []. */
export async function askBrokers(connection: Connection): Promise<BrokerFigures[]> {
  const found: BrokerFigures[] = [];
  const options = { strategy: 'stall', maxWait: 1_000, stall: 150 } as const;
  for await (const reply of await connection.nats.requestMany(brokerQuestion, '', options)) {
    const { data } = answer.parse(reply.json());
    const {
      server_name: name,
      version,
      now: clock,
      connections,
      max_connections,
      jetstream,
    } = data;
    found.push({
      ...{ name, version, clock },
      connections: { used: connections, limit: max_connections },
      storage: jetstream && {
        syncAlways: jetstream.config.sync_always,
        usedBytes: jetstream.stats.storage,
        limitBytes: jetstream.config.max_storage,
      },
    });
  }
  return found;
}
