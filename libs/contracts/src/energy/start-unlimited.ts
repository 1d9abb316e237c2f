import { z } from 'zod';
import { defineCommand } from '../define.js';
import { instant, version } from '../values.js';
import { staffRequest } from './staff-reason.js';

/** Staff start a user's unlimited period, or lengthen the one that there is: touching periods become one. */
export const startUnlimited = defineCommand({
  subject: 'phoenix.command.energy.start-unlimited',
  by: ['staff'],
  request: z.object({
    ...staffRequest,
    /** Without it, now. */
    startsAt: instant.optional(),
    endsAt: instant,
  }),
  reply: z.object({ startsAt: instant, endsAt: instant, renewed: z.boolean(), version }),
  refusals: ['ACCOUNT_NOT_FOUND', 'DATE_PASSED', 'ALREADY_UNLIMITED', 'IDEMPOTENCY_KEY_REUSED'],
});
