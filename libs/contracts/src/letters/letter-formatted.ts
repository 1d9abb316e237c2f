import { z } from 'zod';
import { defineEvent } from '../define.js';
import { paidLetterFigures } from './letter-figures.js';

/** A letter was laid out under the named hold, which is captured next; the counts are of what remains to be done in it. */
export const letterFormatted = defineEvent({
  type: 'LetterFormatted',
  version: 1,
  by: ['service:letters'],
  data: z.object({
    ...paidLetterFigures,
    errors: z.int().min(0),
    warnings: z.int().min(0),
    advices: z.int().min(0),
  }),
});
