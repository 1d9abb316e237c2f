import { z } from 'zod';
import { defineQuery } from '../define.js';
import { readModelName } from '../replay/replay-run.js';
import { fingerprint } from '../values.js';
import { deadLetter, droppedMessage } from './dead-letter.js';

/** One event that is kept aside, with its data as they came. */
export const getDeadLetter = defineQuery({
  subject: 'phoenix.query.projector.get-dead-letter',
  by: ['service:ops'],
  request: z.object({ model: readModelName, sequence: z.int().min(1) }),
  reply: deadLetter.extend({
    fingerprint: fingerprint.describe('SHA-256 of the data.'),
    epoch: z.string(),
    envelope: z.record(z.string(), z.unknown()).nullable(),
    data: z.string().describe('As UTF-8; bytes that are none are shown as U+FFFD.'),
    dataBase64: z.string().optional().describe('The bytes as they are, where they are no UTF-8.'),
    dropped: droppedMessage.optional(),
  }),
  refusals: ['READ_MODEL_NOT_FOUND', 'DEAD_LETTER_NOT_FOUND'],
});
