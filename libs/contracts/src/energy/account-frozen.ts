import { z } from 'zod';
import { defineEvent } from '../define.js';
import { fingerprint, idempotencyKey, points } from '../values.js';
import { reasonCode } from './staff-reason.js';

/** From now on the account spends nothing; holds that are open are still settled. */
export const accountFrozen = defineEvent({
  type: 'AccountFrozen',
  version: 1,
  by: ['service:hub'],
  data: z.object({ reasonCode, idempotencyKey, fingerprint, balance: points, held: points }),
});
