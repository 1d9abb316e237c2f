import { z } from 'zod';
import { defineEvent } from '../define.js';
import { actionId, fingerprint, idempotencyKey, points } from '../values.js';
import { portions } from './grant-portions.js';

/** Points were taken for one action, from the named grants; `cost` is 0 in an unlimited period. Holds all that the ledger needs to fold it again (R5). */
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
    grants: portions,
    idempotencyKey,
    fingerprint,
    balance: points,
    held: points,
  }),
});
