import { z } from 'zod';
import { points, version } from '../values.js';

/**
 * What was paid for work under a hold; null when it was given free: its hold had ended before it could be captured, or
 * it is the draft after a provider's failure.
 */
export const workReceipt = z
  .object({ entryId: z.uuid(), cost: points, balance: points, available: points, version })
  .nullable();

export type WorkReceipt = z.output<typeof workReceipt>;
