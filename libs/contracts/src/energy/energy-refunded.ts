import { z } from 'zod';
import { defineEvent } from '../define.js';
import { actionId, fingerprint, idempotencyKey, points } from '../values.js';
import { portions, regrant } from './grant-portions.js';
import { reasonCode } from './staff-reason.js';

/** What one consumption took came back to the grants that it came from. */
export const energyRefunded = defineEvent({
  type: 'EnergyRefunded',
  version: 1,
  by: ['service:hub'],
  data: z.object({
    entryId: z.uuid(),
    /** The entry of the consumption; it is refunded once. */
    refundOf: z.uuid(),
    action: actionId,
    amount: points,
    returned: portions,
    regrant: regrant.nullable(),
    /** Asked for by the account's own user, and counted against that user's refunds. */
    bySelf: z.boolean(),
    /** Why, when staff gave it. */
    reasonCode: reasonCode.optional(),
    idempotencyKey,
    fingerprint,
    balance: points,
    held: points,
  }),
});
