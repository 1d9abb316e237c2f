import { z } from 'zod';
import { defineEvent } from '../define.js';
import { actionId, fingerprint, idempotencyKey, points } from '../values.js';

/** Points were taken for one action, from the named grants; holds all that the ledger needs to fold it again (R5). */
export const energyConsumed = defineEvent({
  type: 'EnergyConsumed',
  version: 1,
  by: ['service:hub'],
  data: z.object({
    entryId: z.uuid(),
    action: actionId,
    cost: points,
    listCost: points,
    catalogueVersion: z.int(),
    grants: z.array(z.object({ grantId: z.uuid(), amount: points })),
    idempotencyKey,
    fingerprint,
    balance: points,
    held: points,
  }),
});
