import { z } from 'zod';
import { defineCommand } from '../define.js';
import { actionId, idempotencyKey, points, userId, version } from '../values.js';
import { staffRequest } from './staff-reason.js';

/** How long after an action its points may be asked back, in days. */
export const refundDays = 7;

/** How many refunds a user gets by oneself within so many days; beyond, staff decide. */
export const selfRefunds = { most: 3, days: 30 } as const;

/** Gives back what one action took, once, to the grants that it came from: within 7 days, refundable actions only. */
export const refundEnergy = defineCommand({
  subject: 'phoenix.command.energy.refund',
  by: ['user', 'staff'],
  request: z
    .object({
      entryId: z.uuid(),
      /** Staff only: whose action, and why. Without it, the caller's own (R29). */
      onBehalfOf: userId.optional(),
      reasonCode: staffRequest.reasonCode.optional(),
      reason: staffRequest.reason.optional(),
      idempotencyKey,
    })
    .superRefine(({ onBehalfOf, ...why }, context) => {
      if (onBehalfOf === undefined) return;
      for (const field of ['reasonCode', 'reason'] as const) {
        if (why[field] !== undefined) continue;
        const message = 'is needed when staff refund somebody else’s action';
        context.addIssue({ code: 'custom', path: [field], message });
      }
    }),
  reply: z.object({
    entryId: z.uuid(),
    refundOf: z.uuid(),
    action: actionId,
    amount: points,
    balance: points,
    available: points,
    version,
  }),
  refusals: [
    'ACCOUNT_NOT_FOUND',
    'ACCOUNT_FROZEN',
    'ENTRY_NOT_FOUND',
    'REFUND_NOT_ELIGIBLE',
    'ALREADY_REFUNDED',
    'REFUND_REVIEW',
    'IDEMPOTENCY_KEY_REUSED',
  ],
});
