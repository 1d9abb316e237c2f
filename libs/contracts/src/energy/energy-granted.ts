import { z } from 'zod';
import { defineEvent } from '../define.js';
import { instant, points } from '../values.js';

export const grantSources = ['welcome', 'purchase', 'gesture', 'refund'] as const;

/** Points were given. `expiresAt` is `null` for points that do not expire. */
export const energyGranted = defineEvent({
  type: 'EnergyGranted',
  version: 1,
  by: ['service:hub'],
  data: z.object({
    entryId: z.uuid(),
    grantId: z.uuid(),
    source: z.enum(grantSources),
    amount: points,
    expiresAt: instant.nullable(),
    balance: points,
    held: points,
  }),
});
