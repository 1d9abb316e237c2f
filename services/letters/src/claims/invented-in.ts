import { diplomasIn, nameWordsIn, readProfile } from '#libs/career-french';
import { claimsIn } from './claims-in.js';
import { digitsIn, yearsIn } from './figures.js';
import { givenIn, yearsWorked, type Given } from './given.js';

interface Sources {
  readonly experience: string;
  /** What else a letter may speak of: the offer, the position, the company. */
  readonly aim: string;
  readonly thisYear: number;
}

const PLACEHOLDER = /\[[^\]\n]{0,80}\]|\{+[^}\n]{0,80}\}+|_{3,}|X{3,}/gu;
/** Written with a capital in any letter. */
const COMMON = new Set(
  'Madame Monsieur Mesdames Messieurs Curriculum Vitae CV CDI CDD PME TPE RH France Europe Internet Noël État'.split(
    ' ',
  ),
);

/**
 * What a letter says that nobody gave, in its own words: names, figures, skills, trades, languages and diplomas that
 * stand neither in the experience nor in what is aimed at, claims about oneself that only the offer bears out, more
 * years than were worked, and words left to be filled in. What is usual in a trade that was given counts as given;
 * qualities of character are not looked at.
 */
export function inventedIn(letter: string, { experience, aim, thisYear }: Sources): string[] {
  const own = givenIn(experience);
  const given = givenIn(`${experience}\n${aim}`);
  const claims = claimsIn(letter);
  const worked = yearsWorked(experience, thisYear);
  const years = yearsIn(letter).filter(
    (said) => said.years > worked && !given.figures.has(said.years),
  );
  const counted = new Set(yearsIn(letter).map((said) => said.years));
  const digits = digitsIn(letter).filter((one) => !given.figures.has(one) && !counted.has(one));
  const found = [
    ...(letter.match(PLACEHOLDER) ?? []),
    ...notGiven(letter, given),
    ...(claims === '' ? [] : notGiven(claims, own)),
    ...years.map(({ words }) => words),
    ...digits.map(String),
  ];
  return [...new Set(found)];
}

function notGiven(text: string, given: Given): string[] {
  const { skills, trades, languages } = readProfile(text);
  const stands = ({ evidence }: { readonly evidence: { readonly text: string } }) =>
    given.stands(evidence.text);
  return [
    ...nameWordsIn(text).filter(
      (word) => word.length > 1 && !COMMON.has(word) && !given.hasWord(word),
    ),
    ...skills
      .filter(
        (one) => one.skill.kind === 'hard' && !given.skills.has(one.skill.name) && !stands(one),
      )
      .map(({ evidence }) => evidence.text),
    ...trades
      .filter((one) => !given.trades.has(one.value) && !stands(one))
      .map(({ evidence }) => evidence.text),
    ...languages
      .filter((one) => !given.languages.has(one.name) && !stands(one))
      .map(({ evidence }) => evidence.text),
    ...diplomasIn(text)
      .filter((one) => !given.hasWord(one.name))
      .map(({ name }) => name),
  ];
}
