import { z } from 'zod';
import { defineQuery } from '../define.js';
import { readModelName, replayRun } from './replay-run.js';

/** Replays, newest first: of one read model, or of all. */
export const listReplays = defineQuery({
  subject: 'phoenix.query.replay.list',
  by: ['service:ops'],
  request: z.object({
    model: readModelName.optional(),
    limit: z.int().min(1).max(100).default(20),
  }),
  reply: z.object({ replays: z.array(replayRun) }),
  refusals: [],
});
