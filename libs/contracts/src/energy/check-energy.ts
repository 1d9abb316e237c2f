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
    cost: points,
    available: points,
    remaining: points
      .optional()
      .describe('What would remain; absent when the action is not affordable.'),
    deficit: points,
    version,
  }),
  refusals: ['ACCOUNT_NOT_FOUND', 'UNKNOWN_ACTION'],
});
