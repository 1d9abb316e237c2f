import { z } from 'zod';
import { defineQuery } from '../define.js';

/**
 * What the event store holds of each event after a sequence, in stream order, for a comparison with the stream. The
 * fingerprint is the SHA-256 of the data as canonical JSON: their keys in order, without spaces.
 */
export const listStoredEvents = defineQuery({
  subject: 'phoenix.query.stream.list-stored',
  by: ['service:ops'],
  request: z.object({
    after: z.int().min(0).default(0),
    limit: z.int().min(1).max(1_000).default(1_000),
  }),
  reply: z.object({
    epoch: z.string().nullable(),
    events: z.array(
      z.object({
        sequence: z.int(),
        eventId: z.string(),
        source: z.string(),
        type: z.string(),
        eventVersion: z.int(),
        userId: z.string().nullable(),
        subjectVersion: z.int(),
        occurredAt: z.string(),
        fingerprint: z.string(),
      }),
    ),
  }),
  refusals: [],
});

export type StoredEvent = z.infer<typeof listStoredEvents.reply>['events'][number];
