import { z } from 'zod';
import { defineEvent } from '../define.js';
import { serviceNames } from '../service-name.js';
import { actionId, fingerprint, idempotencyKey, instant, points } from '../values.js';
import { portions } from './grant-portions.js';

/** Points were reserved for work in progress until `expiresAt`, with their grants and their price pinned (R12). */
export const energyHoldPlaced = defineEvent({
  type: 'EnergyHoldPlaced',
  version: 1,
  by: ['service:hub'],
  data: z.object({
    holdId: z.uuid(),
    action: actionId,
    /** The only service that may capture or release it. */
    owner: z.enum(serviceNames),
    amount: points,
    listCost: points,
    catalogueVersion: z.int(),
    grants: portions,
    expiresAt: instant,
    idempotencyKey,
    fingerprint,
    balance: points,
    held: points,
  }),
});
