import { mixedApostrophes, spaceAfterApostrophe } from './apostrophes.js';
import { doubleSpace } from './double-space.js';
import { englishDates } from './english-dates.js';
import type { Mark } from './finding.js';
import { lowerCaseSentence } from './lower-case-sentence.js';
import { missingAccent } from './missing-accent.js';
import { numericDates } from './numeric-dates.js';
import { placeholder } from './placeholder.js';
import type { Reading } from './reading.js';
import { repeatedWord } from './repeated-word.js';
import { spaceAfterComma } from './space-after-comma.js';
import { spaceBeforeComma } from './space-before-comma.js';
import { spaceBeforePunctuation } from './space-before-punctuation.js';
import { spaceInGuillemets } from './space-in-guillemets.js';
import { straightQuotes } from './straight-quotes.js';
import { threeDots } from './three-dots.js';
import { writtenDates } from './written-dates.js';

const RULES = [
  spaceBeforePunctuation,
  spaceInGuillemets,
  straightQuotes,
  threeDots,
  doubleSpace,
  spaceBeforeComma,
  spaceAfterComma,
  spaceAfterApostrophe,
  mixedApostrophes,
  missingAccent,
  placeholder,
  lowerCaseSentence,
  repeatedWord,
  writtenDates,
  numericDates,
  englishDates,
];

export type TypographyCode = ReturnType<(typeof RULES)[number]>[number]['code'];

/** All typographic rules; each looks at one line, or at what precedes, so that later text moves no earlier mark. */
export function typography(reading: Reading): Mark<TypographyCode>[] {
  return RULES.flatMap((rule): Mark<TypographyCode>[] => rule(reading));
}
