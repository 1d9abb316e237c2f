import { z } from 'zod';

/**
 * How the event stream is, as the projector sees it. `missing`: it was there and is not any more. `damaged`: what is
 * there is not the stream on record, or not all of it. `restoring`: it is being filled again.
 */
export const streamState = z.object({
  state: z.enum(['not-yet-made', 'whole', 'missing', 'damaged', 'restoring']),
  /** What keeps it from being whole, in a sentence. */
  problem: z.string().nullable(),
  /** The epoch on record. */
  epoch: z.string().nullable(),
  /** The last sequence of the stream that is there. */
  streamSequence: z.int(),
  /** The events that the event store holds, by the service that told them. */
  known: z.array(z.object({ source: z.string(), events: z.int() })),
  lastKnown: z
    .object({ eventId: z.string(), type: z.string(), sequence: z.int(), occurredAt: z.string() })
    .nullable(),
});

export type StreamState = z.infer<typeof streamState>;
