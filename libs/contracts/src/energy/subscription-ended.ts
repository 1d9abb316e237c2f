import { z } from 'zod';
import { defineEvent } from '../define.js';
import { fingerprint, idempotencyKey, instant, points } from '../values.js';
import { reasonCode } from './staff-reason.js';

/** The unlimited period is over: at its date, or earlier because staff ended it, which then has a reason and a key. */
export const subscriptionEnded = defineEvent({
  type: 'SubscriptionEnded',
  version: 1,
  by: ['service:hub'],
  data: z.object({
    endedAt: instant,
    reasonCode: reasonCode.optional(),
    idempotencyKey: idempotencyKey.optional(),
    fingerprint: fingerprint.optional(),
    balance: points,
    held: points,
  }),
});
