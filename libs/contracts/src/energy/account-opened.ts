import { z } from 'zod';
import { defineEvent } from '../define.js';

/** An account exists from now on; always version 1 of its user in the hub. */
export const accountOpened = defineEvent({
  type: 'AccountOpened',
  version: 1,
  by: ['service:hub'],
  data: z.object({ catalogueVersion: z.int() }),
});
