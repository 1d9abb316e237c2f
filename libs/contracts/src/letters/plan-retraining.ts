import { z } from 'zod';
import { defineCommand } from '../define.js';
import { workReceipt } from '../energy/work-receipt.js';
import { engineOrder, engineRefusals, engineTimeoutMs, writtenDocument } from './engine-work.js';
import { retrainingPlan } from './retraining-plan.js';
import { careerChange } from './source-text.js';

/**
 * Plans the way from the user’s experience to another trade, by the configured engine: what to build on with the words
 * that show it, what to learn, in phases of months, and which schemes to ask about. Kept as a document of the user. Paid
 * (`plan_reconversion`) under a hold; refused before it when the trade is not known, or the experience says too little.
 */
export const planRetraining = defineCommand({
  subject: 'phoenix.command.letters.plan-retraining',
  by: ['user'],
  request: z.object({ ...careerChange, ...engineOrder }),
  reply: z.object({ ...writtenDocument, plan: retrainingPlan, receipt: workReceipt }),
  refusals: engineRefusals,
  maxBytes: 512 * 1024,
  timeoutMs: engineTimeoutMs,
});
