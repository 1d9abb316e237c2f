import { z } from 'zod';
import { defineCommand } from '../define.js';
import { text } from '../values.js';
import { readModelName, replayRun } from './replay-run.js';

/**
 * Has the replayed build read from now on, once a verification of it was clean, or because of `force`, whose reason is
 * kept. The build that was read before is kept up for a rollback.
 */
export const cutOver = defineCommand({
  subject: 'phoenix.command.replay.cut-over',
  by: ['service:ops'],
  request: z.object({ model: readModelName, force: text(500).min(1).optional() }),
  reply: replayRun,
  refusals: ['READ_MODEL_NOT_FOUND', 'REPLAY_REFUSED'],
  timeoutMs: 15_000,
});
