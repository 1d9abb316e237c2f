import { z } from 'zod';
import { defineEvent } from '../define.js';
import { engineWorkFigures } from './engine-work.js';

/** An application was planned under the named hold, which is captured next. */
export const applicationPlanned = defineEvent({
  type: 'ApplicationPlanned',
  version: 1,
  by: ['service:letters'],
  data: z.object({
    ...engineWorkFigures,
    arguments: z.int().min(0),
    weaknesses: z.int().min(0),
    steps: z.int().min(0),
    questions: z.int().min(0),
  }),
});
