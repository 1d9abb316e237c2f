import { z } from 'zod';
import { defineEvent } from '../define.js';
import { points } from '../values.js';

/** A grant reached its date: what was left of it and not held is gone. */
export const energyExpired = defineEvent({
  type: 'EnergyExpired',
  version: 1,
  by: ['service:hub'],
  data: z.object({
    entryId: z.uuid(),
    grantId: z.uuid(),
    amount: points,
    balance: points,
    held: points,
  }),
});
