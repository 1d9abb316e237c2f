import { z } from 'zod';
import { defineQuery } from '../define.js';
import { readModelName } from '../replay/replay-run.js';
import { cursor, userId } from '../values.js';
import { deadLetter } from './dead-letter.js';

/** What the build of a read model that is read keeps aside, in the order of the stream, a page at a time. */
export const listDeadLetters = defineQuery({
  subject: 'phoenix.query.projector.list-dead-letters',
  by: ['service:ops'],
  request: z.object({
    model: readModelName,
    user: userId.optional(),
    after: cursor.optional(),
    limit: z.int().min(1).max(200).default(50),
  }),
  reply: z.object({ letters: z.array(deadLetter), next: cursor.nullable() }),
  refusals: ['READ_MODEL_NOT_FOUND', 'CURSOR_EXPIRED'],
});
