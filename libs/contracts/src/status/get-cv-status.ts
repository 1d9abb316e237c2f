import { defineQuery } from '../define.js';
import { askedByOps, serviceStatus, unfinishedWork } from './service-status.js';

/** How cv is: its outbox, its database, and the paid work that is not delivered. */
export const getCvStatus = defineQuery({
  subject: 'phoenix.query.cv.get-status',
  ...askedByOps,
  reply: serviceStatus.extend({ work: unfinishedWork }),
});
