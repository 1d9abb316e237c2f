import { z } from 'zod';
import { defineQuery } from '../define.js';
import { actionId, points, version } from '../values.js';

/** Says whether the caller can pay for an action now, and what would remain. Promises nothing for later. */
export const checkEnergy = defineQuery({
  subject: 'phoenix.query.energy.check',
  by: ['user'],
  request: z.object({ action: actionId }),
  reply: z.object({
    action: actionId,
    allowed: z.boolean(),
    /** 0 in an unlimited period. */
    cost: points,
    listCost: points,
    unlimited: z.boolean(),
    /** A frozen account may do nothing. */
    frozen: z.boolean(),
    available: points,
    remaining: points
      .optional()
      .describe('What would remain; absent when the action is not allowed.'),
    deficit: points,
    version,
  }),
  refusals: ['ACCOUNT_NOT_FOUND', 'UNKNOWN_ACTION'],
});
