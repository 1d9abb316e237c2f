import { defineQuery } from '../define.js';
import { askedByOps } from '../status/service-status.js';
import { installation } from './installation.js';

/** How the website is installed, as far as it can see. */
export const getWebsiteInstallation = defineQuery({
  ...askedByOps,
  subject: 'phoenix.query.website.get-installation',
  reply: installation,
});
