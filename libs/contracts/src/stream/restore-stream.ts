import { z } from 'zod';
import { defineCommand } from '../define.js';
import { streamState } from './stream-state.js';

/**
 * Has a missing event stream made anew, under a new epoch; every service then puts its own events back. Answers at
 * once, and changes nothing unless the stream is missing.
 */
export const restoreStream = defineCommand({
  subject: 'phoenix.command.stream.restore',
  by: ['service:ops'],
  request: z.object({}),
  reply: streamState,
  refusals: [],
});
