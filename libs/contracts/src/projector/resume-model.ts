import { z } from 'zod';
import { defineCommand } from '../define.js';
import { readModelName } from '../replay/replay-run.js';

/** Has a read model go on after `pause-model`; does nothing when it was not paused. */
export const resumeModel = defineCommand({
  subject: 'phoenix.command.projector.resume-model',
  by: ['service:ops'],
  request: z.object({ model: readModelName }),
  reply: z.object({ model: readModelName, wasPaused: z.boolean() }),
  refusals: ['READ_MODEL_NOT_FOUND'],
});
