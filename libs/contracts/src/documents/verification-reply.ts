import { z } from 'zod';
import { points, version } from '../values.js';
import { formatReport } from './format-report.js';

/** A paid format check: the report, and the receipt of the hub. */
export const verificationReply = z.object({
  verificationId: z.uuid(),
  report: formatReport,
  receipt: z.object({
    entryId: z.uuid(),
    cost: points,
    balance: points,
    available: points,
    version,
  }),
});
