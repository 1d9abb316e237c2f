import { nameWordsIn } from '#libs/career-french';

/** Written with a capital in any letter. */
const COMMON = new Set(
  'Madame Monsieur Mesdames Messieurs Curriculum Vitae CV CDI CDD PME TPE RH France Europe Internet Noël État'.split(
    ' ',
  ),
);

/** Words of names that nobody gave. */
export function namesNotIn(text: string, isGiven: (words: string) => boolean): string[] {
  return nameWordsIn(text).filter((word) => word.length > 1 && !COMMON.has(word) && !isGiven(word));
}
