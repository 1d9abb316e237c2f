import { defineEvent } from '../define.js';
import { verificationFigures } from '../documents/verification-event.js';

/** The format of a letter was checked, and paid for by the named ledger entry. */
export const letterVerified = defineEvent({
  type: 'LetterVerified',
  version: 1,
  by: ['service:letters'],
  data: verificationFigures,
});
