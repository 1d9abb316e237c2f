import { z } from 'zod';
import { defineQuery } from '../define.js';
import { points, signedPoints, userId, version } from '../values.js';

/** Every account of the ledger in order of user id, a page at a time: what the books are compared with (R27). */
export const listAccounts = defineQuery({
  subject: 'phoenix.query.energy.list-accounts',
  by: ['service:ops', 'service:projector'],
  request: z.object({
    after: userId.optional(),
    user: userId.optional(),
    users: z.array(userId).min(1).max(500).optional().describe('Only these, on one page.'),
    limit: z.int().min(1).max(1000).default(500),
  }),
  reply: z.object({
    accounts: z.array(
      z.object({
        ...{ userId, balance: points, held: points, version },
        /** What the entries add up to: the balance. */
        posted: signedPoints,
        /** What the open holds reserve: what is held. */
        reserved: points,
        /** What is left of the grants: balance − held. */
        unspent: points,
      }),
    ),
  }),
  refusals: [],
});
