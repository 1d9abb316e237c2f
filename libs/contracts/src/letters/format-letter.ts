import { z } from 'zod';
import { defineCommand } from '../define.js';
import { documentText } from '../documents/document-text.js';
import { formatReport } from '../documents/format-report.js';
import { workReceipt } from '../energy/work-receipt.js';
import { workRefusals } from '../energy/work-refusals.js';
import { idempotencyKey, points } from '../values.js';
import { letterChange } from './letter-change.js';
import { letterVersion } from './letter-figures.js';

/**
 * Lays a letter out by French conventions: its blocks in their order, one empty line between them, typography set
 * right. Nothing is invented: what is missing is in the report. Kept as a letter of the user, or as the next version of
 * `letterId`. Paid (`format_lettre`) under a hold.
 */
export const formatLetter = defineCommand({
  subject: 'phoenix.command.letters.format',
  by: ['user'],
  request: z.object({
    text: documentText,
    letterId: z.uuid().optional(),
    idempotencyKey,
    expectedCost: points.optional(),
  }),
  reply: z.object({
    letterId: z.uuid(),
    version: letterVersion,
    text: z.string(),
    /** At most 500 of them. */
    changes: z.array(letterChange),
    /** What a format check finds in the text as it is now. */
    report: formatReport,
    receipt: workReceipt,
  }),
  refusals: ['TEXT_WITHOUT_WORDS', ...workRefusals],
  maxBytes: 1024 * 1024,
});
