import { reportOn, type Mark, type TextReport } from '#libs/french-text';
import { checkAddressForm } from './check-address-form.js';
import { checkClosing } from './check-closing.js';
import { checkDateLine } from './check-date-line.js';
import { checkJeOpenings } from './check-je-openings.js';
import { checkLength } from './check-length.js';
import { checkObject } from './check-object.js';
import { checkRecipient } from './check-recipient.js';
import { checkSalutation } from './check-salutation.js';
import { checkSender } from './check-sender.js';
import { checkShouting } from './check-shouting.js';
import { findParts, type LetterParts } from './letter-parts.js';
import { LETTER_RULEBOOK, type LetterRuleCode } from './letter-rulebook.js';

export type LetterFindingCode = LetterRuleCode | 'more-of-the-same';

/** What a letter's text shows: its size in words and code points, and its findings in the order of the text. */
export type LetterReport = TextReport<LetterRuleCode>;

/** Every code a finding about a letter can bear. */
export const LETTER_FINDING_CODES: LetterFindingCode[] = [
  ...(Object.keys(LETTER_RULEBOOK) as LetterRuleCode[]),
  'more-of-the-same',
];

/** Changes whenever the same text may get another report. */
export const LETTER_ENGINE_VERSION = '1.2.0';

const CHECKS: ((parts: LetterParts) => Mark<LetterRuleCode>[])[] = [
  checkSender,
  checkRecipient,
  checkDateLine,
  checkObject,
  checkSalutation,
  checkLength,
  checkAddressForm,
  checkJeOpenings,
  checkShouting,
  checkClosing,
];

/** Compares a text with the conventions of a French formal letter; any text gets a report, the text stays as it is. */
export function verifyLetter(text: string): LetterReport {
  return reportOn(text, {
    engineVersion: LETTER_ENGINE_VERSION,
    findParts,
    checks: CHECKS,
    rulebook: LETTER_RULEBOOK,
  });
}
