import { z } from 'zod';
import { defineEvent } from '../define.js';
import { fingerprint, idempotencyKey, points, signedPoints } from '../values.js';
import { portions } from './grant-portions.js';
import { reasonCode } from './staff-reason.js';

/** Staff put a mistake right: upwards by a new grant that does not expire, downwards from the named grants. */
export const energyCorrected = defineEvent({
  type: 'EnergyCorrected',
  version: 1,
  by: ['service:hub'],
  data: z.object({
    entryId: z.uuid(),
    amount: signedPoints,
    /** The new grant; `null` for a correction downwards. */
    grantId: z.uuid().nullable(),
    grants: portions,
    reasonCode,
    idempotencyKey,
    fingerprint,
    balance: points,
    held: points,
  }),
});
