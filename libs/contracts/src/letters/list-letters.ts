import { z } from 'zod';
import { defineQuery } from '../define.js';
import { letterFacts } from './get-letter.js';

/** The caller's own letters, the one begun last first, a page at a time, each as it is now with how it begins. */
export const listLetters = defineQuery({
  subject: 'phoenix.query.letters.list',
  by: ['user'],
  request: z.object({
    after: z.uuid().optional().describe('The last letter of the page before.'),
    limit: z.int().min(1).max(100).default(20),
  }),
  reply: z.object({
    letters: z.array(z.object({ ...letterFacts, beginning: z.string() })),
    /** For `after`; null on the last page. */
    next: z.uuid().nullable(),
  }),
  refusals: ['DOCUMENT_NOT_FOUND'],
});
