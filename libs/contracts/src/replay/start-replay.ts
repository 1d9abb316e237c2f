import { z } from 'zod';
import { defineCommand } from '../define.js';
import { instant, userId } from '../values.js';
import { readModelName, replayRun } from './replay-run.js';

/**
 * Begins to fill a new build of a read model, a shadow, from the stream; what is read now is not touched. A dry run
 * compares and drops it again, and may look at one user or at the end of the stream alone. `rate`: events a second.
 */
export const startReplay = defineCommand({
  subject: 'phoenix.command.replay.start',
  by: ['service:ops'],
  request: z.object({
    model: readModelName,
    kind: z.enum(['replay', 'dry-run']).default('replay'),
    rate: z.int().min(1).max(1_000_000).optional(),
    fromSequence: z.int().min(1).optional(),
    fromTime: instant.optional(),
    user: userId.optional(),
  }),
  reply: replayRun,
  refusals: ['READ_MODEL_NOT_FOUND', 'REPLAY_REFUSED'],
  timeoutMs: 15_000,
});
