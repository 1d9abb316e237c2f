import { z } from 'zod';
import { defineQuery } from '../define.js';
import { actionId, points, version } from '../values.js';

/** What an action would cost, before and after, with the sentence that a person confirms. */
export const previewEnergy = defineQuery({
  subject: 'phoenix.query.energy.preview',
  by: ['user'],
  request: z.object({ action: actionId }),
  reply: z.object({
    action: actionId,
    allowed: z.boolean(),
    /** 0 in an unlimited period. */
    cost: points,
    listCost: points,
    unlimited: z.boolean(),
    frozen: z.boolean(),
    before: points,
    after: points.optional().describe('Available after the action; absent when it is not allowed.'),
    sentence: z.object({ fr: z.string(), en: z.string() }),
    version,
  }),
  refusals: ['ACCOUNT_NOT_FOUND', 'UNKNOWN_ACTION'],
});
