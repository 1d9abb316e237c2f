import { reportOn, type Mark, type TextReport } from '#libs/french-text';
import { checkBullets } from './check-bullets.js';
import { checkContact } from './check-contact.js';
import { checkFigures } from './check-figures.js';
import { checkLanguages } from './check-languages.js';
import { checkLength } from './check-length.js';
import { checkPeriods } from './check-periods.js';
import { checkPersonalData } from './check-personal-data.js';
import { checkSections } from './check-sections.js';
import { checkTitle } from './check-title.js';
import { type CvParts, findParts } from './cv-parts.js';
import { CV_RULEBOOK, type CvRuleCode } from './cv-rulebook.js';

export type CvFindingCode = CvRuleCode | 'more-of-the-same';

/** What a CV's text shows: its size in words and code points, and its findings in the order of the text. */
export type CvReport = TextReport<CvRuleCode>;

/** Every code a finding about a CV can bear. */
export const CV_FINDING_CODES: CvFindingCode[] = [
  ...(Object.keys(CV_RULEBOOK) as CvRuleCode[]),
  'more-of-the-same',
];

/** Changes whenever the same text may get another report. */
export const CV_ENGINE_VERSION = '1.1.0';

const CHECKS: ((parts: CvParts) => Mark<CvRuleCode>[])[] = [
  checkContact,
  checkTitle,
  checkSections,
  checkPeriods,
  checkLength,
  checkBullets,
  checkPersonalData,
  checkLanguages,
  checkFigures,
];

/** Compares a text with the conventions of a French CV; any text gets a report, the text stays as it is. */
export function verifyCv(text: string): CvReport {
  return reportOn(text, {
    engineVersion: CV_ENGINE_VERSION,
    findParts,
    checks: CHECKS,
    rulebook: CV_RULEBOOK,
  });
}
