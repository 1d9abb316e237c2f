import type { Mark } from '#libs/french-text';
import type { LetterParts } from './letter-parts.js';

type SalutationCode =
  | 'missing-salutation'
  | 'casual-salutation'
  | 'familiar-salutation'
  | 'named-salutation'
  | 'abbreviated-title'
  | 'salutation-without-comma'
  | 'salutation-not-alone';

const NAMED =
  /^(?:mesdames|messieurs|madame|monsieur|mademoiselle) (?!et |ou |l[ea] |l'|les |mesdames|messieurs|madame|monsieur)[a-z]/;

/** « Madame, Monsieur, » on a line of its own, with its comma. */
export function checkSalutation({ salutation, body }: LetterParts): Mark<SalutationCode>[] {
  if (!salutation) {
    return [{ code: 'missing-salutation', start: body.start, end: body.start }];
  }
  const { start, end, words, punctuation, alone } = salutation;
  const marks: Mark<SalutationCode>[] = [];
  if (/^(?:bonjour|bonsoir|salut|hello|coucou)/.test(words)) {
    marks.push({ code: 'casual-salutation', start, end });
  } else if (words.startsWith('cher')) marks.push({ code: 'familiar-salutation', start, end });
  else if (/^(?:mme|mlle|mr|m\.)/.test(words))
    marks.push({ code: 'abbreviated-title', start, end });
  else if (NAMED.test(words)) marks.push({ code: 'named-salutation', start, end });
  if (punctuation !== ',') marks.push({ code: 'salutation-without-comma', start, end });
  if (!alone) marks.push({ code: 'salutation-not-alone', start, end });
  return marks;
}
