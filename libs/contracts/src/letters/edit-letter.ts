import { z } from 'zod';
import { defineCommand } from '../define.js';
import { documentText } from '../documents/document-text.js';
import { letterFacts } from './get-letter.js';
import { letterVersion } from './letter-figures.js';

/** Writes the next version of one of the caller's own letters. Free. Refused when it was changed since `expectedVersion`. */
export const editLetter = defineCommand({
  subject: 'phoenix.command.letters.edit',
  by: ['user'],
  request: z.object({ letterId: z.uuid(), expectedVersion: letterVersion, text: documentText }),
  reply: z.object(letterFacts),
  refusals: ['DOCUMENT_NOT_FOUND', 'DOCUMENT_CHANGED', 'TEXT_WITHOUT_WORDS'],
  maxBytes: 1024 * 1024,
});
