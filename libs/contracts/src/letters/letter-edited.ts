import { z } from 'zod';
import { defineEvent } from '../define.js';
import { letterFigures } from './letter-figures.js';

/** A user wrote a new version of a letter. */
export const letterEdited = defineEvent({
  type: 'LetterEdited',
  version: 1,
  by: ['service:letters'],
  data: z.object(letterFigures),
});
