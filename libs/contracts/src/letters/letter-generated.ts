import { z } from 'zod';
import { defineEvent } from '../define.js';
import { engineWorkFigures } from './engine-work.js';

/** A cover letter was written under the named hold, which is captured next. */
export const letterGenerated = defineEvent({
  type: 'LetterGenerated',
  version: 1,
  by: ['service:letters'],
  data: z.object({
    ...engineWorkFigures,
    readingSeconds: z.int().min(0),
    keywordsAsked: z.int().min(0),
    keywordsCovered: z.int().min(0),
  }),
});
