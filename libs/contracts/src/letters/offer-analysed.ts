import { z } from 'zod';
import { defineEvent } from '../define.js';
import { engineWorkFigures } from './engine-work.js';

/** A job offer was analysed under the named hold, which is captured next. */
export const offerAnalysed = defineEvent({
  type: 'OfferAnalysed',
  version: 1,
  by: ['service:letters'],
  data: z.object({
    ...engineWorkFigures,
    skills: z.int().min(0),
    qualities: z.int().min(0),
    tasks: z.int().min(0),
  }),
});
