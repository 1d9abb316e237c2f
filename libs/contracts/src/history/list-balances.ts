import { z } from 'zod';
import { defineQuery } from '../define.js';
import { points, userId, version } from '../values.js';

/** The balances that the read model holds, in order of user id: the third column of the books (R27). */
export const listBalances = defineQuery({
  subject: 'phoenix.query.history.list-balances',
  by: ['service:ops'],
  request: z.object({
    after: userId.optional(),
    user: userId.optional(),
    limit: z.int().min(1).max(1000).default(500),
  }),
  reply: z.object({
    balances: z.array(z.object({ userId, balance: points, held: points, version })),
  }),
  refusals: [],
});
