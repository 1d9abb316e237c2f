import { z } from 'zod';
import { defineEvent } from '../define.js';
import { engineWorkFigures } from './engine-work.js';

/** The way to another trade was planned under the named hold, which is captured next. */
export const retrainingPlanned = defineEvent({
  type: 'RetrainingPlanned',
  version: 1,
  by: ['service:letters'],
  data: z.object({
    ...engineWorkFigures,
    assets: z.int().min(0),
    toLearn: z.int().min(0),
    phases: z.int().min(0),
    /** Of all phases together. */
    months: z.int().min(0),
    schemes: z.int().min(0),
  }),
});
