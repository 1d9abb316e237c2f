import { defineQuery } from '../define.js';
import { askedByOps, serviceStatus, unfinishedWork } from './service-status.js';

/** How letters is: its outbox, its database, and the paid work that is not delivered. */
export const getLettersStatus = defineQuery({
  subject: 'phoenix.query.letters.get-status',
  ...askedByOps,
  reply: serviceStatus.extend({ work: unfinishedWork }),
});
