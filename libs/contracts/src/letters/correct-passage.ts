import { z } from 'zod';
import { defineCommand } from '../define.js';
import { documentText } from '../documents/document-text.js';
import { workReceipt } from '../energy/work-receipt.js';
import { workRefusals } from '../energy/work-refusals.js';
import { idempotencyKey, points } from '../values.js';
import { letterChange } from './letter-change.js';
import { letterVersion } from './letter-figures.js';

/**
 * Corrects one passage of a text, where a correction is certain: typography, accents of capitals, apostrophes, words
 * written twice. Kept as a document of the user, or as the next version of `letterId`. Paid (`correction_ponctuelle`)
 * under a hold; refused before it when nothing in the passage is to be corrected.
 */
export const correctPassage = defineCommand({
  subject: 'phoenix.command.letters.correct',
  by: ['user'],
  request: z.object({
    text: documentText.meta({ examples: ['Objet: candidature au poste de comptable'] }),
    start: z
      .int()
      .min(0)
      .optional()
      .describe('Where the passage begins, in UTF-16 units; without it, at the beginning.'),
    end: z
      .int()
      .min(0)
      .optional()
      .describe('Where the passage ends, in UTF-16 units; without it, at the end.'),
    letterId: z.uuid().optional(),
    idempotencyKey,
    expectedCost: points.optional(),
  }),
  reply: z.object({
    letterId: z.uuid(),
    version: letterVersion,
    text: z.string(),
    engine: z.literal('local'),
    engineVersion: z.string(),
    /** At most 500 of them. */
    changes: z.array(letterChange),
    receipt: workReceipt,
  }),
  refusals: ['NOTHING_TO_CORRECT', ...workRefusals],
  maxBytes: 1024 * 1024,
});
