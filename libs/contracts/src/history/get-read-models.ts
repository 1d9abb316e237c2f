import { z } from 'zod';
import { defineQuery } from '../define.js';
import { modelPause } from '../projector/pause-model.js';

/**
 * Each build of each read model with its place in the stream, how far it is behind (events), and who is parked. `live`
 * is the one that is read, `standby` what a rollback goes back to, `shadow` what a replay fills.
 */
export const getReadModels = defineQuery({
  subject: 'phoenix.query.history.get-read-models',
  by: ['service:ops'],
  request: z.object({}),
  reply: z.object({
    epoch: z.string().nullable(),
    streamSequence: z.int(),
    models: z.array(
      z.object({
        model: z.string(),
        version: z.int(),
        build: z.int(),
        role: z.enum(['live', 'standby', 'shadow']),
        state: z.enum(['running', 'standby', 'paused', 'stopped']),
        reason: z.string().nullable(),
        checkpoint: z.int(),
        lag: z.int(),
        parkedUsers: z.int(),
        pause: modelPause.optional().describe('Only while the operator has it paused.'),
      }),
    ),
  }),
  refusals: [],
});
