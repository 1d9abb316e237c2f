import { z } from 'zod';
import { instant } from '../values.js';
import { defineQuery } from '../define.js';
import { askedByOps, serviceStatus } from './service-status.js';

const count = z.int().min(0);

/** How the projector is: its database, what it keeps aside, and how the books were found the last time. */
export const getProjectorStatus = defineQuery({
  subject: 'phoenix.query.projector.get-status',
  ...askedByOps,
  reply: serviceStatus.extend({
    deadLetters: z
      .array(z.object({ model: z.string(), build: z.int(), letters: count }))
      .nullable()
      .describe('Events kept aside, of each build that has any.'),
    books: z
      .object({
        comparedAt: instant,
        compared: count.describe('Accounts that had moved, or differed the time before.'),
        unsettled: count.describe(
          'Of these, those that traffic still moved; they are compared again.',
        ),
        differences: count,
        first: z
          .object({ userId: z.string(), reason: z.string() })
          .nullable()
          .describe('The first difference.'),
      })
      .nullable()
      .describe('The last comparison of the books; null before the first one.'),
  }),
});
