import type { Finding, Mark, Rulebook } from './finding.js';
import { readText, type Reading } from './reading.js';
import { toFindings } from './report.js';
import { typography, type TypographyCode } from './typography.js';
import { countCharacters, countWords } from './words.js';

/** What a text shows: its size in words and code points, and its findings in the order of the text. */
export interface TextReport<Code extends string> {
  engine: 'local';
  engineVersion: string;
  words: number;
  characters: number;
  findings: Finding<Code | 'more-of-the-same'>[];
}

/** How one kind of document is checked: its parts, the checks on them beside typography, and the words for each code. */
export interface DocumentRules<Parts, Code extends string> {
  readonly engineVersion: string;
  readonly findParts: (reading: Reading) => Parts;
  readonly checks: readonly ((parts: Parts) => Mark<Code>[])[];
  readonly rulebook: Rulebook<Code>;
}

/** Compares a text with the rules of its kind; any text gets a report, the text stays as it is. */
export function reportOn<Parts, Code extends string>(
  text: string,
  { engineVersion, findParts, checks, rulebook }: DocumentRules<Parts, Code | TypographyCode>,
): TextReport<Code | TypographyCode> {
  const reading = readText(text);
  const parts = findParts(reading);
  const marks = [...checks.flatMap((check) => check(parts)), ...typography(reading)];
  return {
    engine: 'local',
    engineVersion,
    words: countWords(text),
    characters: countCharacters(text),
    findings: toFindings(reading, marks, rulebook),
  };
}
