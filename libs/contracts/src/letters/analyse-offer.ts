import { z } from 'zod';
import { defineCommand } from '../define.js';
import { workReceipt } from '../energy/work-receipt.js';
import { engineOrder, engineRefusals, engineTimeoutMs, writtenDocument } from './engine-work.js';
import { offerAnalysis } from './offer-analysis.js';
import { offerText } from './source-text.js';

/**
 * Says what a job offer asks for, and how to answer it, by the configured engine; every skill with the words of the
 * offer that it rests on. Kept as a document of the user. Paid (`analyse_offre`) under a hold; refused before it when
 * the text does not read as an offer, or its owner has not agreed to the provider.
 */
export const analyseOffer = defineCommand({
  subject: 'phoenix.command.letters.analyse-offer',
  by: ['user'],
  request: z.object({ offer: offerText, ...engineOrder }),
  reply: z.object({ ...writtenDocument, analysis: offerAnalysis, receipt: workReceipt }),
  refusals: engineRefusals,
  maxBytes: 256 * 1024,
  timeoutMs: engineTimeoutMs,
});
