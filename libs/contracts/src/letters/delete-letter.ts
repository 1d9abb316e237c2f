import { z } from 'zod';
import { defineCommand } from '../define.js';

/** Deletes one of the caller's own letters: the text of every version is gone for good, and so are stored replies with it. */
export const deleteLetter = defineCommand({
  subject: 'phoenix.command.letters.delete',
  by: ['user'],
  request: z.object({ letterId: z.uuid() }),
  reply: z.object({ letterId: z.uuid(), versions: z.int().min(1) }),
  refusals: ['DOCUMENT_NOT_FOUND'],
});
