import { agreeToProvider } from './agree-to-provider.js';
import { analyseOffer } from './analyse-offer.js';
import { analyseTransition } from './analyse-transition.js';
import { applicationPlanned } from './application-planned.js';
import { correctPassage } from './correct-passage.js';
import { deleteLetter } from './delete-letter.js';
import { editLetter } from './edit-letter.js';
import { exportLetter } from './export-letter.js';
import { formatLetter } from './format-letter.js';
import { getAgreements } from './get-agreements.js';
import { getLetter } from './get-letter.js';
import { letterDeleted } from './letter-deleted.js';
import { letterEdited } from './letter-edited.js';
import { letterFormatted } from './letter-formatted.js';
import { letterGenerated } from './letter-generated.js';
import { letterVerified } from './letter-verified.js';
import { listLetters } from './list-letters.js';
import { offerAnalysed } from './offer-analysed.js';
import { passageCorrected } from './passage-corrected.js';
import { planApplication } from './plan-application.js';
import { planRetraining } from './plan-retraining.js';
import { providerAgreed } from './provider-agreed.js';
import { providerAgreementWithdrawn } from './provider-agreement-withdrawn.js';
import { retrainingPlanned } from './retraining-planned.js';
import { transitionAnalysed } from './transition-analysed.js';
import { verifyLetter } from './verify-letter.js';
import { withdrawAgreement } from './withdraw-agreement.js';
import { writeLetter } from './write-letter.js';

/** What a user asks of letters. */
export const letterContracts = [
  verifyLetter,
  formatLetter,
  correctPassage,
  analyseOffer,
  writeLetter,
  analyseTransition,
  planApplication,
  planRetraining,
  listLetters,
  getLetter,
  exportLetter,
  editLetter,
  deleteLetter,
  getAgreements,
  agreeToProvider,
  withdrawAgreement,
] as const;

/** What letters tell. */
export const letterEvents = [
  letterVerified,
  letterFormatted,
  passageCorrected,
  offerAnalysed,
  letterGenerated,
  transitionAnalysed,
  applicationPlanned,
  retrainingPlanned,
  letterEdited,
  letterDeleted,
  providerAgreed,
  providerAgreementWithdrawn,
] as const;
