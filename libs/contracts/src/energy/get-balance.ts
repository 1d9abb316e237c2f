import { z } from 'zod';
import { defineQuery } from '../define.js';
import { instant, points, userId, version } from '../values.js';

/** The caller's account as the ledger holds it now. Never a default: an account that is not open is not found. */
export const getBalance = defineQuery({
  subject: 'phoenix.query.energy.get-balance',
  by: ['user'],
  request: z.object({}),
  reply: z.object({
    userId,
    balance: points,
    held: points,
    available: points,
    /** Whether every action is free now; `unlimitedPeriod` tells from when until when, also one that is still to come. */
    unlimited: z.boolean(),
    unlimitedPeriod: z.object({ startsAt: instant, endsAt: instant }).nullable(),
    frozen: z.boolean(),
    version,
  }),
  refusals: ['ACCOUNT_NOT_FOUND'],
});
