import { skillsNamed, tradeIn } from '#libs/career-french';
import { faultOf } from './fault-of.js';
import { namesNotIn } from './names.js';
import { placeholdersIn } from './placeholders.js';
import { wordsOf } from './words-of.js';

/** Words of public bodies, schemes and sites that advice in France sends people to. */
const PUBLIC = new Set(
  `Travail Mon Compte Formation Transitions Pro Apec Afpa Greta Opco Cap Emploi Onisep Agefiph Fafcea Transition Parcours Conseil
  Mission Locale Missions Locales Chambre Métiers Artisanat Région Régional Bilan Validation Projet Répertoire LinkedIn Indeed`.split(
    /\s+/,
  ),
);
/** CAP, RNCP, CléA: diplomas and schemes by their letters. */
const SHORT_FORM = /^\p{Lu}{2,6}\d?$|^CléA$/u;

/**
 * What is wrong with a plan or an analysis, as its model is told it: names that nobody gave, which may be of firms or
 * schools that do not exist, and words left to be filled in. Undefined where nothing is. Trades, skills, public bodies
 * and short forms are no such names.
 */
export function strangeNamesIn(
  made: object,
  sources: readonly (string | undefined)[],
): string | undefined {
  const text = textsOf(made).join('\n');
  const names = namesNotIn(text, wordsOf(sources.join('\n'))).filter(
    (word) =>
      !PUBLIC.has(word) &&
      !SHORT_FORM.test(word) &&
      skillsNamed(word).size === 0 &&
      tradeIn(word) === undefined,
  );
  return faultOf(
    'Cette réponse nomme ce que les données ne nomment pas, ou laisse un mot à compléter',
    [...new Set([...placeholdersIn(text), ...names])],
  );
}

function textsOf(made: unknown): string[] {
  if (typeof made === 'string') return [made];
  if (typeof made !== 'object' || made === null) return [];
  return Object.values(made).flatMap(textsOf);
}
