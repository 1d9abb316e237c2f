import { z } from 'zod';
import { defineQuery } from '../define.js';
import { readModelName } from './replay-run.js';

/** What a replay of a read model would do now: from which build to which, how many events, about how long (seconds). */
export const planReplay = defineQuery({
  subject: 'phoenix.query.replay.plan',
  by: ['service:ops'],
  request: z.object({ model: readModelName }),
  reply: z.object({
    model: readModelName,
    live: z.object({ build: z.int(), version: z.int() }),
    next: z.object({ build: z.int(), version: z.int() }),
    tables: z.array(z.string()),
    events: z.int(),
    expectedSeconds: z.int(),
    underWay: z.boolean(),
  }),
  refusals: ['READ_MODEL_NOT_FOUND'],
});
