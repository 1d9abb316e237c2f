import { z } from 'zod';
import { defineCommand } from '../define.js';
import { version } from '../values.js';
import { staffRequest } from './staff-reason.js';

/** Staff stop an account from spending and from refunds by oneself; open holds are still settled. */
export const freezeAccount = defineCommand({
  subject: 'phoenix.command.energy.freeze-account',
  by: ['staff'],
  request: z.object(staffRequest),
  reply: z.object({ frozen: z.literal(true), version }),
  refusals: ['ACCOUNT_NOT_FOUND', 'ACCOUNT_FROZEN', 'IDEMPOTENCY_KEY_REUSED'],
});
