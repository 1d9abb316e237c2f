import { z } from 'zod';
import { defineCommand } from '../define.js';
import { readModelName, replayRun } from './replay-run.js';

/** Has the build read again that was read before the last cut-over, which was kept up since. */
export const rollBack = defineCommand({
  subject: 'phoenix.command.replay.roll-back',
  by: ['service:ops'],
  request: z.object({ model: readModelName }),
  reply: replayRun,
  refusals: ['READ_MODEL_NOT_FOUND', 'REPLAY_REFUSED'],
  timeoutMs: 15_000,
});
