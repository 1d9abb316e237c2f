import { z } from 'zod';
import { defineQuery } from '../define.js';
import { ledgerState } from './ledger-state.js';

/** Whether the ledger's Postgres is as new as the event stream, so that it takes changes. */
export const getLedger = defineQuery({
  subject: 'phoenix.query.ledger.get',
  by: ['service:ops'],
  request: z.object({}),
  reply: ledgerState,
  refusals: [],
});
