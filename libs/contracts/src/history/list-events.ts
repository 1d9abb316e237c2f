import { z } from 'zod';
import { serviceNames } from '../service-name.js';
import { defineQuery } from '../define.js';
import { cursor, instant, userId } from '../values.js';

/** One event of the event store: who, what, when, from which service, caused by what. */
export const storedEvent = z.object({
  eventId: z.uuid(),
  sequence: z.int(),
  type: z.string(),
  eventVersion: z.int(),
  source: z.enum(serviceNames),
  userId: userId.nullable(),
  subjectVersion: z.int(),
  actorId: userId.nullable(),
  correlationId: z.string(),
  causationId: z.string(),
  traceId: z
    .string()
    .nullable()
    .describe('Null when the event was told without a well-formed `traceparent`.'),
  occurredAt: instant,
  recordedAt: instant,
  data: z.record(z.string(), z.unknown()),
});

/** The events about a user in stream order, newest first, a page at a time. */
export const listEvents = defineQuery({
  subject: 'phoenix.query.history.list-events',
  by: ['user', 'staff'],
  request: z.object({
    onBehalfOf: userId
      .optional()
      .describe('Staff only: whose events. Without it, the caller’s own (R29).'),
    after: cursor.optional(),
    limit: z.int().min(1).max(200).default(50),
  }),
  reply: z.object({ events: z.array(storedEvent), next: cursor.nullable() }),
  refusals: ['CURSOR_EXPIRED'],
});
