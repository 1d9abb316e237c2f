import type { Line, Mark } from '#libs/french-text';
import type { CvParts } from './cv-parts.js';

type PersonalCode = 'birth-date' | 'age' | 'marital-status' | 'photo' | 'social-security-number';

const ANYWHERE: [PersonalCode, RegExp][] = [
  [
    'birth-date',
    /(?<![a-z])(?:nee?(?:\(e\))? (?:le|en) (?=\d)(?:\d{1,2}(?:er)?[ /.-])?(?:[a-z]{3,9} |\d{1,2}[/.-])?(?:\d{4}|\d{2})|date de naissance)(?![a-z\d])/g,
  ],
  [
    'marital-status',
    /(?<![a-z])(?:situation (?:familiale|matrimoniale)|celibataire|pacsee?|divorcee?)(?![a-z])/g,
  ],
  [
    'social-security-number',
    /(?<!\d)[12] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d{2}|2[ab]) ?\d{3} ?\d{3}(?: ?\d{2})?(?!\d)/g,
  ],
];

/** Words that describe a job elsewhere, and the person among the contact details. */
const AMONG_DETAILS: [PersonalCode, RegExp][] = [
  ['age', /(?<![a-z\d])(?:age ?: ?)?\d{2} ans(?![a-z])(?! d')/g],
  [
    'marital-status',
    /(?<![a-z])(?:mariee?|veuf|veuve|en concubinage|(?:\d|un|deux|trois|sans) enfants?)(?![a-z])/g,
  ],
  [
    'photo',
    /(?<![a-z])(?:photo(?:graphie)? (?:d'identite|ci-jointe|ci-contre)|(?<=^ {0,9})[[(]?photo[\])]?(?= {0,9}$))/g,
  ],
];

/** « Marie » without its accent is a first name. */
const FIRST_NAME = /^marie$/i;

/** Details that an employer may not ask for, or that French practice leaves out. */
export function checkPersonalData({ reading, top, sections }: CvParts): Mark<PersonalCode>[] {
  const contact = sections.filter(({ kind }) => kind === 'contact').flatMap((s) => s.lines);
  const details = [...new Set([...top, ...contact])];
  return [
    ...reading.filled.flatMap((line) => marksOf(line, ANYWHERE)),
    ...details.flatMap((line) => marksOf(line, AMONG_DETAILS)),
  ].filter(({ start, end }) => !FIRST_NAME.test(reading.text.slice(start, end)));
}

function marksOf(line: Line, patterns: [PersonalCode, RegExp][]): Mark<PersonalCode>[] {
  return patterns.flatMap(([code, pattern]) =>
    [...line.folded.matchAll(pattern)].map((match) => {
      const start = line.at(match.index);
      return { code, start, end: line.at(match.index + match[0].length) };
    }),
  );
}
