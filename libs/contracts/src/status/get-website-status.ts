import { defineQuery } from '../define.js';
import { askedByOps, serviceStatus } from './service-status.js';

/** How the website is: its outbox and its database. */
export const getWebsiteStatus = defineQuery({
  subject: 'phoenix.query.website.get-status',
  ...askedByOps,
  reply: serviceStatus,
});
