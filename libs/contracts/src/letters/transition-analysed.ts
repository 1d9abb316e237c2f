import { z } from 'zod';
import { defineEvent } from '../define.js';
import { engineWorkFigures } from './engine-work.js';

/** A change of career was analysed under the named hold, which is captured next. */
export const transitionAnalysed = defineEvent({
  type: 'TransitionAnalysed',
  version: 1,
  by: ['service:letters'],
  data: z.object({
    ...engineWorkFigures,
    score: z.int().min(0).max(100),
    transferable: z.int().min(0),
    gaps: z.int().min(0),
    bridges: z.int().min(0),
  }),
});
