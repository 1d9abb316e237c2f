import { z } from 'zod';
import { defineCommand } from '../define.js';
import { verificationReply } from '../documents/verification-reply.js';
import { documentText } from '../documents/document-text.js';
import { idempotencyKey, points } from '../values.js';

/** Checks the format of a letter by French conventions. Paid (`verification_format`); a text without a word is refused before any energy moves. */
export const verifyLetter = defineCommand({
  subject: 'phoenix.command.letters.verify',
  by: ['user'],
  request: z.object({ text: documentText, idempotencyKey, expectedCost: points.optional() }),
  reply: verificationReply,
  refusals: [
    'TEXT_WITHOUT_WORDS',
    'ACCOUNT_NOT_FOUND',
    'ACCOUNT_FROZEN',
    'INSUFFICIENT_ENERGY',
    'PRICE_CHANGED',
    'IDEMPOTENCY_KEY_REUSED',
  ],
  maxBytes: 1024 * 1024,
});
