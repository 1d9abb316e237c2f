import { z } from 'zod';
import { defineEvent } from '../define.js';
import { fingerprint, idempotencyKey, instant, points } from '../values.js';
import { reasonCode } from './staff-reason.js';

const giftSources = ['welcome', 'purchase', 'gesture', 'refund'] as const;

/** Where the points of a grant came from. */
export const grantSource = z.enum([...giftSources, 'correction']);
export type GrantSource = z.output<typeof grantSource>;

/** Points were given. `expiresAt` is `null` for points that do not expire. */
export const energyGranted = defineEvent({
  type: 'EnergyGranted',
  version: 1,
  by: ['service:hub'],
  data: z.object({
    entryId: z.uuid(),
    grantId: z.uuid(),
    source: z.enum(giftSources),
    amount: points,
    expiresAt: instant.nullable(),
    /** Why, when staff gave them; then with the key of the request. */
    reasonCode: reasonCode.optional(),
    idempotencyKey: idempotencyKey.optional(),
    fingerprint: fingerprint.optional(),
    balance: points,
    held: points,
  }),
});
