import { z } from 'zod';
import { defineCommand } from '../define.js';
import { instant, points, version } from '../values.js';
import { staffRequest } from './staff-reason.js';

/** Most points that staff give or take at once. */
export const mostByStaff = 100_000;

/** Staff give points, for ever or until `expiresAt`. */
export const grantEnergy = defineCommand({
  subject: 'phoenix.command.energy.grant',
  by: ['staff'],
  request: z.object({
    ...staffRequest,
    amount: z.int().min(1).max(mostByStaff),
    expiresAt: instant.optional(),
  }),
  reply: z.object({
    entryId: z.uuid(),
    grantId: z.uuid(),
    balance: points,
    available: points,
    version,
  }),
  refusals: ['ACCOUNT_NOT_FOUND', 'DATE_PASSED', 'IDEMPOTENCY_KEY_REUSED'],
});
