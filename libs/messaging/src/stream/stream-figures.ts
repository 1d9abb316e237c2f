import { randomUUID } from 'node:crypto';
import {
  AckPolicy,
  DeliverPolicy,
  type JetStreamManager,
  type StreamInfo,
} from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import { streamName } from './stream-definition.js';

/** How large the stream is, and how large it may become. */
export interface StreamFigures {
  readonly events: number;
  readonly bytes: number;
  readonly maxBytes: number;
  readonly replicas: number;
  /** When the last event was stored; null when there is none. */
  readonly lastAt: string | null;
  /** The server's own time, which one before 2.10 does not tell. */
  readonly clock: string | null;
}

export function streamFigures({ config, state, ts }: StreamInfo): StreamFigures {
  return {
    events: state.messages,
    bytes: state.bytes,
    maxBytes: config.max_bytes,
    replicas: config.num_replicas,
    lastAt: state.messages === 0 ? null : state.last_ts,
    clock: ts ?? null,
  };
}

/** How many events came since then: a consumer from there on is told how many wait for it, and reads none. */
export async function countSince(manager: JetStreamManager, since: Date): Promise<number> {
  const name = `count-${randomUUID()}`;
  const { num_pending } = await manager.consumers.add(streamName, {
    name,
    deliver_policy: DeliverPolicy.StartTime,
    opt_start_time: since.toISOString(),
    ack_policy: AckPolicy.None,
    inactive_threshold: nanos(5_000),
    num_replicas: 1,
    mem_storage: true,
  });
  await manager.consumers.delete(streamName, name);
  return num_pending;
}
