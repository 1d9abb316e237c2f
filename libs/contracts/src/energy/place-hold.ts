import { z } from 'zod';
import { defineCommand } from '../define.js';
import { actionId, idempotencyKey, instant, points, version } from '../values.js';

/** Shortest and longest life of a hold, in milliseconds. */
const shortestMs = 1_000;
const longestMs = 15 * 60_000;

/**
 * Reserves the price of one of the asking service's own actions for `lifetimeMs`, on behalf of the user whose token it
 * passes on (R29). Grants and price are pinned (R12); unsettled at its deadline, the hold expires by itself.
 */
export const placeHold = defineCommand({
  subject: 'phoenix.command.energy.place-hold',
  by: ['user-through:letters', 'user-through:cv'],
  request: z.object({
    action: actionId,
    lifetimeMs: z.int().min(shortestMs).max(longestMs),
    expectedCost: points.optional(),
    idempotencyKey,
  }),
  reply: z.object({
    holdId: z.uuid(),
    /** 0 in an unlimited period. */
    amount: points,
    listCost: points,
    expiresAt: instant,
    balance: points,
    held: points,
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
