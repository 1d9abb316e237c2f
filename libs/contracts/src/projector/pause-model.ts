import { z } from 'zod';
import { defineCommand } from '../define.js';
import { readModelName } from '../replay/replay-run.js';
import { instant, text } from '../values.js';

/** Who had a read model paused, as the command line said, since when, and why. */
export const modelPause = z.object({
  by: text(100).min(1),
  since: instant,
  reason: text(500).min(1),
});

/**
 * Stops the build of a read model that is read from taking events, until `resume-model`, also over a restart; queries
 * tell what it holds. Paused once more, it stays with its first reason. Everything else goes on.
 */
export const pauseModel = defineCommand({
  subject: 'phoenix.command.projector.pause-model',
  by: ['service:ops'],
  request: modelPause.omit({ since: true }).extend({ model: readModelName }),
  reply: z.object({ model: readModelName, pause: modelPause }),
  refusals: ['READ_MODEL_NOT_FOUND'],
});
