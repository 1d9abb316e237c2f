import { z } from 'zod';
import { defineQuery } from '../define.js';
import { storedEvent } from '../history/list-events.js';
import { readModelName } from '../replay/replay-run.js';
import { text, userId } from '../values.js';

const cells = z.record(z.string(), z.unknown());

/** What one event writes into a row of a read model, and that row as it stands now. */
const tracedRow = z.object({
  table: z.string(),
  way: z
    .enum(['added', 'replaced', 'summed'])
    .describe('Whether events add rows, replace one, or add figures up in one.'),
  key: cells.describe('What the row is found by.'),
  made: cells.describe('What the event adds to the row, or replaces it with.'),
  kept: cells.nullable().describe('The row as it is read now; null when there is none.'),
});

/**
 * How a read model stands to an event. `taken`: it counts. `ahead`: the model has not come to it. `parked`: it is a
 * dead letter. `ignored`: there is nothing in it for the model.
 */
const tracedModel = z.object({
  model: readModelName,
  build: z.int(),
  state: z.enum(['taken', 'ahead', 'parked', 'ignored']),
  rows: z.array(tracedRow),
});

/**
 * Events of the event store in stream order, a page at a time, each with the rows that it makes in the read models as
 * they are read now. Of one request, of one user, or both; without `models` in all of them.
 */
export const traceEvents = defineQuery({
  subject: 'phoenix.query.projector.trace-events',
  by: ['service:ops'],
  request: z.object({
    correlationId: text(64).optional(),
    user: userId.optional(),
    models: z.array(readModelName).max(20).optional(),
    after: z.int().min(0).default(0),
    limit: z.int().min(1).max(200).default(50),
  }),
  reply: z.object({
    epoch: z.string().nullable(),
    events: z.array(storedEvent.extend({ models: z.array(tracedModel) })),
    next: z.int().nullable().describe('The `after` of the next page.'),
  }),
  refusals: ['READ_MODEL_NOT_FOUND'],
});

export type TracedEvent = z.output<typeof traceEvents.reply>['events'][number];
