import { z } from 'zod';
import { defineEvent } from '../define.js';

/** A user opened a session on the website. */
export const signedIn = defineEvent({
  type: 'SignedIn',
  version: 1,
  by: ['service:website'],
  data: z.object({ method: z.enum(['access-token', 'sign-in-link']) }),
});
