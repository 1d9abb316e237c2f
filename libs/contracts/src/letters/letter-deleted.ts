import { z } from 'zod';
import { defineEvent } from '../define.js';

/** A user deleted a letter: the text of every version is gone. */
export const letterDeleted = defineEvent({
  type: 'LetterDeleted',
  version: 1,
  by: ['service:letters'],
  data: z.object({ letterId: z.uuid(), versions: z.int().min(1) }),
});
