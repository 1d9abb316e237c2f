import { z } from 'zod';
import { defineQuery } from '../define.js';
import { agreements } from './agreements.js';

/** Which outside providers there are, which of them are in use, and which the caller agreed to. */
export const getAgreements = defineQuery({
  subject: 'phoenix.query.letters.get-agreements',
  by: ['user'],
  request: z.object({}),
  reply: agreements,
  refusals: [],
});
