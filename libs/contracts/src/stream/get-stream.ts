import { z } from 'zod';
import { defineQuery } from '../define.js';
import { streamState } from './stream-state.js';

/** Whether the event stream is whole, and what a restore would have to bring back at least. */
export const getStream = defineQuery({
  subject: 'phoenix.query.stream.get',
  by: ['service:ops'],
  request: z.object({}),
  reply: streamState,
  refusals: [],
});
