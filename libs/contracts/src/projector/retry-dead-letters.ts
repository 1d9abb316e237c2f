import { z } from 'zod';
import { defineCommand } from '../define.js';
import { readModelName } from '../replay/replay-run.js';

/**
 * Has a read model try once more what it keeps aside, each user’s events in order, up to the next one that it cannot
 * take. `tried` is false when its writer did not come to it in time: it does it as soon as it can.
 */
export const retryDeadLetters = defineCommand({
  subject: 'phoenix.command.projector.retry-dead-letters',
  by: ['service:ops'],
  request: z.object({ model: readModelName }),
  reply: z.object({
    model: readModelName,
    build: z.int(),
    tried: z.boolean(),
    parkedBefore: z.int().describe('Users who were parked.'),
    parkedAfter: z.int().describe('Users who still are.'),
  }),
  refusals: ['READ_MODEL_NOT_FOUND'],
  timeoutMs: 15_000,
});
