import { diplomasIn, readProfile } from '#libs/career-french';
import { claimsIn } from './claims-in.js';
import { digitsIn, yearsIn } from './figures.js';
import type { Given, Sources } from './given.js';
import { namesNotIn } from './names.js';
import { placeholdersIn } from './placeholders.js';

/**
 * What a letter says that nobody gave, in its own words: names, figures, skills, trades, languages and diplomas that
 * stand neither in the experience nor in what is aimed at, claims about oneself that only the offer bears out, more
 * years than were worked, and words left to be filled in. What is usual in a trade that was given counts as given;
 * qualities of character are not looked at.
 */
export function inventedIn(letter: string, { own, all, years: worked }: Sources): string[] {
  const claims = claimsIn(letter);
  const spoken = yearsIn(letter);
  const years = spoken.filter((said) => said.years > worked && !all.figures.has(said.years));
  const counted = new Set(spoken.map((said) => said.years));
  const digits = digitsIn(letter).filter((one) => !all.figures.has(one) && !counted.has(one));
  const found = [
    ...placeholdersIn(letter),
    ...notGiven(letter, all),
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
    ...namesNotIn(text, given.hasWords),
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
      .filter((one) => !given.hasWords(one.name))
      .map(({ name }) => name),
  ];
}
