import { z } from 'zod';
import { defineCommand } from '../define.js';
import { readModelName, replayRun } from './replay-run.js';

/** Pauses or resumes the replay under way, has its shadow verified, or aborts it and drops the shadow. */
export const steerReplay = defineCommand({
  subject: 'phoenix.command.replay.steer',
  by: ['service:ops'],
  request: z.object({
    model: readModelName,
    step: z.enum(['pause', 'resume', 'verify', 'abort']),
  }),
  reply: replayRun,
  refusals: ['READ_MODEL_NOT_FOUND', 'REPLAY_REFUSED'],
});
