import { z } from 'zod';
import { defineCommand } from '../define.js';
import { text } from '../values.js';
import { droppedMessage } from './dead-letter.js';

/**
 * Puts away a message that is no event of ours: it is no longer counted as kept aside, in no build of any read model,
 * those to come among them. Refused for an event: without it a read model were not what the stream tells. Dropped once
 * more, the first reason stays.
 */
export const dropDeadLetter = defineCommand({
  subject: 'phoenix.command.projector.drop-dead-letter',
  by: ['service:ops'],
  request: z.object({
    sequence: z.int().min(1),
    by: text(100).min(1),
    reason: text(500).min(1),
  }),
  reply: z.object({ sequence: z.int(), dropped: droppedMessage }),
  refusals: ['DEAD_LETTER_NOT_FOUND', 'EVENT_NOT_DROPPABLE'],
});
