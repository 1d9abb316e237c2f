import { z } from 'zod';
import { defineEvent } from '../define.js';
import { fingerprint, idempotencyKey, instant, points } from '../values.js';
import { reasonCode } from './staff-reason.js';

/** The one unlimited period of the user is now this longer one. */
export const subscriptionRenewed = defineEvent({
  type: 'SubscriptionRenewed',
  version: 1,
  by: ['service:hub'],
  data: z.object({
    startsAt: instant,
    endsAt: instant,
    reasonCode: reasonCode.optional(),
    idempotencyKey,
    fingerprint,
    balance: points,
    held: points,
  }),
});
