import { z } from 'zod';
import { defineEvent } from '../define.js';
import { paidLetterFigures } from './letter-figures.js';

/** A passage of a letter was corrected under the named hold, which is captured next. */
export const passageCorrected = defineEvent({
  type: 'PassageCorrected',
  version: 1,
  by: ['service:letters'],
  data: z.object(paidLetterFigures),
});
