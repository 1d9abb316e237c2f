import { z } from 'zod';
import { defineStream } from '../define.js';
import { workReceipt } from '../energy/work-receipt.js';
import { engineOrder, engineRefusals, engineTimeoutMs, writtenDocument } from './engine-work.js';
import { letterMeasures } from './letter-measures.js';
import { companyText, experienceText, offerText, positionText } from './source-text.js';
import { writingPart } from './writing-part.js';

export const letterTones = ['professionnel', 'enthousiaste', 'créatif', 'décontracté'] as const;

/**
 * Writes a cover letter from the user’s own experience, by the configured engine, and measures it; tells of it
 * paragraph by paragraph. Kept as a letter of the user. Whoever goes away before it is kept cancels it. Paid (`lettre_motivation`) under a hold; refused before it when the position is not known, the experience
 * says too little, or its owner has not agreed to the provider.
 */
export const writeLetter = defineStream({
  subject: 'phoenix.stream.letters.write',
  by: ['user'],
  request: z.object({
    experience: experienceText,
    offer: offerText.optional(),
    position: positionText,
    company: companyText.optional(),
    tone: z.enum(letterTones).optional().describe('Without it, professionnel.'),
    words: z
      .int()
      .min(200)
      .max(500)
      .optional()
      .describe('From salutation to closing, as near as the experience allows; without it, 320.'),
    ...engineOrder,
  }),
  part: writingPart,
  reply: z.object({ ...writtenDocument, measures: letterMeasures, receipt: workReceipt }),
  refusals: engineRefusals,
  maxBytes: 512 * 1024,
  timeoutMs: engineTimeoutMs,
});
