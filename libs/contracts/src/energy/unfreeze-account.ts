import { z } from 'zod';
import { defineCommand } from '../define.js';
import { version } from '../values.js';
import { staffRequest } from './staff-reason.js';

/** Staff let a frozen account spend again. */
export const unfreezeAccount = defineCommand({
  subject: 'phoenix.command.energy.unfreeze-account',
  by: ['staff'],
  request: z.object(staffRequest),
  reply: z.object({ frozen: z.literal(false), version }),
  refusals: ['ACCOUNT_NOT_FOUND', 'ACCOUNT_NOT_FROZEN', 'IDEMPOTENCY_KEY_REUSED'],
});
