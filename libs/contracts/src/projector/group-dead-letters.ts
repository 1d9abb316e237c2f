import { z } from 'zod';
import { defineQuery } from '../define.js';
import { readModelName } from '../replay/replay-run.js';
import { instant, userId } from '../values.js';
import { deadLetter } from './dead-letter.js';

const group = deadLetter.pick({ model: true, build: true, reason: true, source: true }).extend({
  fingerprint: z.string().describe('The same for the same model, reason, type and error.'),
  type: z.string().nullable(),
  eventVersion: z.int().nullable(),
  explanation: z.string().describe('Without the ids and numbers in which its letters differ.'),
  letters: z.int(),
  users: z.int(),
  firstAt: instant,
  lastAt: instant,
  firstSequence: z.int(),
});

/** What the build of a read model that is read keeps aside, by what is wrong with it: causes before what waits behind them, the most letters first; 100 at most. */
export const groupDeadLetters = defineQuery({
  subject: 'phoenix.query.projector.group-dead-letters',
  by: ['service:ops'],
  request: z.object({ model: readModelName, user: userId.optional() }),
  reply: z.object({ groups: z.array(group) }),
  refusals: ['READ_MODEL_NOT_FOUND'],
});
