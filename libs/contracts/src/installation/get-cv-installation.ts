import { defineQuery } from '../define.js';
import { askedByOps } from '../status/service-status.js';
import { installation } from './installation.js';

/** How cv is installed, as far as it can see. */
export const getCvInstallation = defineQuery({
  ...askedByOps,
  subject: 'phoenix.query.cv.get-installation',
  reply: installation,
});
