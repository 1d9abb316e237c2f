import { z } from 'zod';
import { defineCommand } from '../define.js';
import { readModelName } from './replay-run.js';

/** Drops a build that is kept up and not read: after it there is no rollback to it. */
export const discardBuild = defineCommand({
  subject: 'phoenix.command.replay.discard-build',
  by: ['service:ops'],
  request: z.object({ model: readModelName, build: z.int().min(1) }),
  reply: z.object({ model: readModelName, build: z.int() }),
  refusals: ['READ_MODEL_NOT_FOUND', 'REPLAY_REFUSED'],
});
