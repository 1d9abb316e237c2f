import { z } from 'zod';
import { defineCommand } from '../define.js';
import { giveBackReasons } from '../errors.js';
import { idempotencyKey, points, userId, version } from '../values.js';

/** Why work under a hold was not done, as a code. */
export const releaseReason = z.enum(giveBackReasons);

/** Gives back what a hold reserved, since the work was not done. Only the service that placed it may. */
export const releaseHold = defineCommand({
  subject: 'phoenix.command.energy.release-hold',
  by: ['service:letters', 'service:cv'],
  request: z.object({ userId, holdId: z.uuid(), reason: releaseReason, idempotencyKey }),
  reply: z.object({
    holdId: z.uuid(),
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
    'IDEMPOTENCY_KEY_REUSED',
  ],
});
