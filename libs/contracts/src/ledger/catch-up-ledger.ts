import { z } from 'zod';
import { defineCommand } from '../define.js';
import { ledgerState } from './ledger-state.js';

/**
 * Has a ledger that is behind the event stream take over what it lacks from there. Answers at once, and changes nothing
 * unless it is behind; a service that was killed meanwhile has to be asked again only if Postgres was restarted too.
 */
export const catchUpLedger = defineCommand({
  subject: 'phoenix.command.ledger.catch-up',
  by: ['service:ops'],
  request: z.object({}),
  reply: ledgerState,
  refusals: [],
});
