import { z } from 'zod';
import { defineQuery } from '../define.js';
import { points, userId, version } from '../values.js';

/** The caller's account as the ledger holds it now. Never a default: an account that is not open is not found. */
export const getBalance = defineQuery({
  subject: 'phoenix.query.energy.get-balance',
  by: ['user'],
  request: z.object({}),
  reply: z.object({ userId, balance: points, held: points, available: points, version }),
  refusals: ['ACCOUNT_NOT_FOUND'],
});
