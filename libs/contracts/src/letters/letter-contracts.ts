import { agreeToProvider } from './agree-to-provider.js';
import { getAgreements } from './get-agreements.js';
import { letterVerified } from './letter-verified.js';
import { providerAgreed } from './provider-agreed.js';
import { providerAgreementWithdrawn } from './provider-agreement-withdrawn.js';
import { verifyLetter } from './verify-letter.js';
import { withdrawAgreement } from './withdraw-agreement.js';

/** What a user asks of letters. */
export const letterContracts = [
  verifyLetter,
  getAgreements,
  agreeToProvider,
  withdrawAgreement,
] as const;

/** What letters tell. */
export const letterEvents = [letterVerified, providerAgreed, providerAgreementWithdrawn] as const;
