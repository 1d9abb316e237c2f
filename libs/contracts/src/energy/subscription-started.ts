import { z } from 'zod';
import { defineEvent } from '../define.js';
import { fingerprint, idempotencyKey, instant, points } from '../values.js';
import { reasonCode } from './staff-reason.js';

/** From `startsAt` until `endsAt` every action of the user costs nothing. */
export const subscriptionStarted = defineEvent({
  type: 'SubscriptionStarted',
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
