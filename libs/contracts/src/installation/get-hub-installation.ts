import { defineQuery } from '../define.js';
import { askedByOps } from '../status/service-status.js';
import { installation } from './installation.js';

/** How the hub is installed, as far as it can see. */
export const getHubInstallation = defineQuery({
  ...askedByOps,
  subject: 'phoenix.query.hub.get-installation',
  reply: installation,
});
