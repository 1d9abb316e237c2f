import { z } from 'zod';
import { defineQuery } from '../define.js';
import { serviceNames } from '../service-name.js';
import { instant } from '../values.js';

/**
 * Events a minute by source and type, the newest minute first, so many minutes a page; minutes without events are left
 * out. A page begins before a minute, and not at a place in the stream: minutes are the same in every stream.
 */
export const listServiceFigures = defineQuery({
  subject: 'phoenix.query.history.list-service-figures',
  by: ['service:ops'],
  request: z.object({
    /** The `next` of the page before. */
    before: instant.optional(),
    minutes: z.int().min(1).max(500).default(60),
  }),
  reply: z.object({
    figures: z.array(
      z.object({
        minute: instant,
        source: z.enum(serviceNames),
        type: z.string(),
        events: z.int(),
      }),
    ),
    next: instant.nullable(),
  }),
  refusals: [],
});
