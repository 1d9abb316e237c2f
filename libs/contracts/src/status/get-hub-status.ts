import { z } from 'zod';
import { defineQuery } from '../define.js';
import { askedByOps, serviceStatus } from './service-status.js';

/** How the hub is: its outbox, its database, and the holds that are open, in points and by number. */
export const getHubStatus = defineQuery({
  subject: 'phoenix.query.hub.get-status',
  ...askedByOps,
  reply: serviceStatus.extend({
    holds: z
      .object({
        open: z.int().min(0),
        held: z.int().min(0).describe('Points that they hold, of all accounts.'),
        overdue: z.int().min(0).describe('Open a minute after their deadline, or longer.'),
        mostOverdueUser: z.string().nullable().describe('Whose hold is overdue the longest.'),
      })
      .nullable(),
  }),
});
