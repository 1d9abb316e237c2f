import { z } from 'zod';
import { defineCommand } from '../define.js';
import { actionId, idempotencyKey, points, version } from '../values.js';

/** Takes energy for one paid action. Refused, never clamped, when the account cannot cover it. */
export const consumeEnergy = defineCommand({
  subject: 'phoenix.command.energy.consume',
  by: ['user'],
  request: z.object({ action: actionId, idempotencyKey, expectedCost: points.optional() }),
  reply: z.object({
    entryId: z.uuid(),
    action: actionId,
    /** 0 in an unlimited period. */
    cost: points,
    /** What the price list says; absent in replies that were stored before unlimited periods existed (R13). */
    listCost: points.optional(),
    balance: points,
    available: points,
    version,
  }),
  refusals: [
    'ACCOUNT_NOT_FOUND',
    'ACCOUNT_FROZEN',
    'INSUFFICIENT_ENERGY',
    'PRICE_CHANGED',
    'IDEMPOTENCY_KEY_REUSED',
    'UNKNOWN_ACTION',
  ],
});
