import { z } from 'zod';
import { defineCommand } from '../define.js';
import { workReceipt } from '../energy/work-receipt.js';
import { applicationPlan } from './application-plan.js';
import { engineOrder, engineRefusals, engineTimeoutMs, writtenDocument } from './engine-work.js';
import { companyText, experienceText, offerText, positionText } from './source-text.js';

/**
 * Plans one application from the user’s experience, by the configured engine: what to put forward with the words that
 * prove it, what to answer, what to do when. Kept as a document of the user. Paid (`strategie_candidature`) under a
 * hold; refused before it when what is aimed at is not known, or the experience says too little.
 */
export const planApplication = defineCommand({
  subject: 'phoenix.command.letters.plan-application',
  by: ['user'],
  request: z.object({
    experience: experienceText,
    position: positionText,
    company: companyText.optional(),
    offer: offerText.optional(),
    ...engineOrder,
  }),
  reply: z.object({ ...writtenDocument, plan: applicationPlan, receipt: workReceipt }),
  refusals: engineRefusals,
  maxBytes: 512 * 1024,
  timeoutMs: engineTimeoutMs,
});
