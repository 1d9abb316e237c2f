import { z } from 'zod';
import { defineCommand } from '../define.js';
import { actionId, idempotencyKey, points, userId, version } from '../values.js';

/** Takes what a hold reserved, the whole or `amount` of it; the rest returns. Only the service that placed it may. */
export const captureHold = defineCommand({
  subject: 'phoenix.command.energy.capture-hold',
  by: ['service:letters', 'service:cv'],
  request: z.object({ userId, holdId: z.uuid(), amount: points.optional(), idempotencyKey }),
  reply: z.object({
    entryId: z.uuid(),
    holdId: z.uuid(),
    action: actionId,
    cost: points,
    listCost: points,
    /** What came back because the work did not need it. */
    returned: points,
    balance: points,
    available: points,
    version,
  }),
  refusals: [
    'ACCOUNT_NOT_FOUND',
    'HOLD_NOT_FOUND',
    'HOLD_EXPIRED',
    'HOLD_ALREADY_SETTLED',
    'CAPTURE_EXCEEDS_HOLD',
    'IDEMPOTENCY_KEY_REUSED',
  ],
});
