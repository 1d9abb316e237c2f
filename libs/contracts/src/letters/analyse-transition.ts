import { z } from 'zod';
import { defineCommand } from '../define.js';
import { workReceipt } from '../energy/work-receipt.js';
import { engineOrder, engineRefusals, engineTimeoutMs, writtenDocument } from './engine-work.js';
import { careerChange } from './source-text.js';
import { transitionAnalysis } from './transition-analysis.js';

/**
 * Compares the user’s experience with another trade, or with an offer, by the configured engine: a score by criteria,
 * what to take along with the words that show it, what is missing. Kept as a document of the user. Paid
 * (`transition_carriere`) under a hold; refused before it when the target is not known, or the experience says too little.
 */
export const analyseTransition = defineCommand({
  subject: 'phoenix.command.letters.analyse-transition',
  by: ['user'],
  request: z.object({ ...careerChange, ...engineOrder }),
  reply: z.object({
    ...writtenDocument,
    /** Out of 100: the sum of the criteria’s points. */
    score: z.int().min(0).max(100),
    analysis: transitionAnalysis,
    receipt: workReceipt,
  }),
  refusals: engineRefusals,
  maxBytes: 512 * 1024,
  timeoutMs: engineTimeoutMs,
});
