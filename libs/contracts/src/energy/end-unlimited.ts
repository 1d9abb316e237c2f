import { z } from 'zod';
import { defineCommand } from '../define.js';
import { instant, version } from '../values.js';
import { staffRequest } from './staff-reason.js';

/** Staff end a user's unlimited period at once, also one that has not begun. Holds keep the price they pinned. */
export const endUnlimited = defineCommand({
  subject: 'phoenix.command.energy.end-unlimited',
  by: ['staff'],
  request: z.object(staffRequest),
  reply: z.object({ endedAt: instant, version }),
  refusals: ['ACCOUNT_NOT_FOUND', 'NOT_UNLIMITED', 'IDEMPOTENCY_KEY_REUSED'],
});
