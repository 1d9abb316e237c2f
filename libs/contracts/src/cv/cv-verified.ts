import { defineEvent } from '../define.js';
import { verificationFigures } from '../documents/verification-event.js';

/** The format of a CV was checked, and paid for by the named ledger entry. */
export const cvVerified = defineEvent({
  type: 'CvVerified',
  version: 1,
  by: ['service:cv'],
  data: verificationFigures,
});
