import { z } from 'zod';
import { defineQuery } from '../define.js';
import { instant, text, userId, version } from '../values.js';

/** One event as its service recorded it, in the transaction of the change that it tells of. */
const loggedEvent = z.object({
  position: z.int().describe('Its place in the log of its service.'),
  eventId: z.uuid(),
  type: z.string(),
  eventVersion: z.int(),
  userId: userId.nullable(),
  subjectVersion: version,
  actorId: userId.nullable(),
  correlationId: z.string(),
  causationId: z.string(),
  traceId: z.string().nullable(),
  occurredAt: instant,
  recordedAt: instant,
  waiting: z.boolean().describe('True while it waits to be published.'),
  sequence: z
    .int()
    .nullable()
    .describe('Its place in the event stream; null while it waits, and when it is not known.'),
});

/** A page looks at so many rows, whatever it is asked for. */
const eventLogPage = {
  by: ['service:ops'],
  request: z.object({
    correlationId: text(64).optional(),
    user: userId.optional(),
    from: instant.optional(),
    until: instant.optional(),
    before: z.int().min(1).optional().describe('The `next` of the page before this one.'),
    limit: z.int().min(1).max(200).default(50),
  }),
  reply: z.object({ events: z.array(loggedEvent), next: z.int().nullable() }),
  refusals: [],
} as const;

/** What the hub recorded, newest first, a page at a time; a page may be empty and yet have a next. */
export const listHubEventLog = defineQuery({
  subject: 'phoenix.query.hub.list-event-log',
  ...eventLogPage,
});

/** What letters recorded, newest first, a page at a time; a page may be empty and yet have a next. */
export const listLettersEventLog = defineQuery({
  subject: 'phoenix.query.letters.list-event-log',
  ...eventLogPage,
});

/** What CV recorded, newest first, a page at a time; a page may be empty and yet have a next. */
export const listCvEventLog = defineQuery({
  subject: 'phoenix.query.cv.list-event-log',
  ...eventLogPage,
});

/** What the website recorded, newest first, a page at a time; a page may be empty and yet have a next. */
export const listWebsiteEventLog = defineQuery({
  subject: 'phoenix.query.website.list-event-log',
  ...eventLogPage,
});

/** The log of each service that tells events. */
export const eventLogs = {
  hub: listHubEventLog,
  letters: listLettersEventLog,
  cv: listCvEventLog,
  website: listWebsiteEventLog,
} as const;

export type LoggedEvent = z.output<typeof loggedEvent>;
