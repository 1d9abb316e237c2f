import { z } from 'zod';
import { defineEvent } from '../define.js';
import { actionId, fingerprint, idempotencyKey, points } from '../values.js';
import { portions, regrant } from './grant-portions.js';

/** Reserved points were taken for work that was done; what the work did not need came back. */
export const energyHoldCaptured = defineEvent({
  type: 'EnergyHoldCaptured',
  version: 1,
  by: ['service:hub'],
  data: z.object({
    entryId: z.uuid(),
    holdId: z.uuid(),
    action: actionId,
    cost: points,
    listCost: points,
    catalogueVersion: z.int(),
    grants: portions,
    returned: portions,
    regrant: regrant.nullable(),
    idempotencyKey,
    fingerprint,
    balance: points,
    held: points,
  }),
});
