import { z } from 'zod';
import { defineEvent } from '../define.js';
import { fingerprint, idempotencyKey, points } from '../values.js';
import { portions, regrant } from './grant-portions.js';
import { releaseReason } from './release-hold.js';

/** Reserved points came back, since the work was not done. */
export const energyHoldReleased = defineEvent({
  type: 'EnergyHoldReleased',
  version: 1,
  by: ['service:hub'],
  data: z.object({
    holdId: z.uuid(),
    reason: releaseReason,
    returned: portions,
    regrant: regrant.nullable(),
    idempotencyKey,
    fingerprint,
    balance: points,
    held: points,
  }),
});
