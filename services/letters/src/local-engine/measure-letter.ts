import { positionFor, readOffer, skillsNamed } from '#libs/career-french';
import { countWords, plainWords } from '#libs/french-text';
import { nameGiven } from './name-given.js';

/** Quality indicators, all measured on the text. */
export interface LetterMeasures {
  words: number;
  /** At 200 words a minute. */
  readingSeconds: number;
  mentionsCompany: boolean | null;
  mentionsPosition: boolean | null;
  /** Skills that the offer asks for; `covered` are named in the letter. */
  keywords: { asked: string[]; covered: string[] };
}

const WORDS_A_MINUTE = 200;

/** Measures a letter; what cannot be told without company, position or offer is null or empty. */
export function measureLetter(
  text: string,
  about: {
    company?: string | undefined;
    position?: string | undefined;
    offer?: string | undefined;
  },
): LetterMeasures {
  const offer = about.offer === undefined ? undefined : readOffer(about.offer);
  const company = nameGiven(about.company) ?? offer?.company?.value;
  const position = nameGiven(about.position) ?? offer?.position?.value;
  const words = countWords(text);
  const named = skillsNamed(text);
  const asked = offer?.skills.map(({ skill }) => skill.name) ?? [];
  return {
    words,
    readingSeconds: Math.round((words * 60) / WORDS_A_MINUTE),
    mentionsCompany: company === undefined ? null : holds(text, company),
    mentionsPosition:
      position === undefined
        ? null
        : genders.some((gender) => holds(text, positionFor(position, gender))),
    keywords: { asked, covered: asked.filter((name) => named.has(name)) },
  };
}

const genders = ['feminine', 'masculine'] as const;

/** Whole words, whatever case, accents and apostrophes; an article before a name does not count. */
function holds(text: string, words: string): boolean {
  const searched = plainWords(words.replace(/^(?:L[ae]s? |L['’])/u, ''));
  return ` ${plainWords(text)} `.includes(` ${searched} `);
}
