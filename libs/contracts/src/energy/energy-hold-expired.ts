import { z } from 'zod';
import { defineEvent } from '../define.js';
import { points } from '../values.js';
import { portions, regrant } from './grant-portions.js';

/** Nobody settled a hold by its deadline: its points came back by themselves. */
export const energyHoldExpired = defineEvent({
  type: 'EnergyHoldExpired',
  version: 1,
  by: ['service:hub'],
  data: z.object({
    holdId: z.uuid(),
    returned: portions,
    regrant: regrant.nullable(),
    balance: points,
    held: points,
  }),
});
