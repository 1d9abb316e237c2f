import { z } from 'zod';
import { defineEvent } from '../define.js';
import { fingerprint, idempotencyKey, points } from '../values.js';
import { reasonCode } from './staff-reason.js';

/** The account may spend again. */
export const accountUnfrozen = defineEvent({
  type: 'AccountUnfrozen',
  version: 1,
  by: ['service:hub'],
  data: z.object({ reasonCode, idempotencyKey, fingerprint, balance: points, held: points }),
});
