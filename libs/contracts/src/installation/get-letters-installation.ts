import { defineQuery } from '../define.js';
import { askedByOps } from '../status/service-status.js';
import { installation } from './installation.js';

/** How letters is installed, as far as it can see. */
export const getLettersInstallation = defineQuery({
  ...askedByOps,
  subject: 'phoenix.query.letters.get-installation',
  reply: installation,
});
