import { z } from 'zod';
import { defineCommand } from '../define.js';
import { points, signedPoints, version } from '../values.js';
import { mostByStaff } from './grant-energy.js';
import { staffRequest } from './staff-reason.js';

/** Staff put a mistake right, up or down. Downwards it takes what is available only: refused, never clamped. */
export const correctEnergy = defineCommand({
  subject: 'phoenix.command.energy.correct',
  by: ['staff'],
  request: z.object({
    ...staffRequest,
    /** Up or down, never 0. */
    amount: z.union([z.int().min(1).max(mostByStaff), z.int().min(-mostByStaff).max(-1)]),
  }),
  reply: z.object({
    entryId: z.uuid(),
    amount: signedPoints,
    balance: points,
    available: points,
    version,
  }),
  refusals: ['ACCOUNT_NOT_FOUND', 'INSUFFICIENT_ENERGY', 'IDEMPOTENCY_KEY_REUSED'],
});
