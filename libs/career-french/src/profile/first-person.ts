import { fold } from '#libs/french-text';
import type { Sentence } from '../text/sentences.js';

/** What someone says of themselves: something done or known (`claim`), or hoped for (`wish`). */
export type SaidKind = 'claim' | 'wish';

const FIRST_PERSON =
  /(?<![a-z])(?:je|j'|moi)(?![a-z-])|^(?:mon|ma|mes) |(?<![a-z])j'(?=[a-z])|(?<![a-z])m'/;
const OTHER_PERSON = /(?<![a-z'-])(?:tu|te|toi|ton|tes|vous|votre|vos)(?![a-z'-])/;
const WISH =
  /(?<![a-z])(?:je (?:souhaite|voudrais|veux|cherche|recherche|vise|reve|compte|desire|me reconvertis)|j'(?:aimerais|espere|ambitionne|ai (?:envie|pour objectif|decide|choisi|le projet))|mon (?:objectif|projet|souhait|ambition|reve|but)|souhaite(?:rais)?|aimerais|envie de|motive)(?![a-z])/;
const WEAK =
  /(?<![a-z])(?:ne|n'|pas|jamais|aucune?|sans emploi|chomage|licencie[es]?|malheureusement|marie[es]?|divorce[es]?|celibataire|maladie|ma mere|mon pere|ma femme|mon mari|mon conjoint|ma compagne|accident|burn[- ]?out|salaire)(?![a-z])/;
const TOLD_TO_DO =
  /(?<![a-z])(?:ignor(?:e|ez|er)|oubli(?:e|ez|er)|instructions?|consignes? (?:precedente|du systeme)|prompt|credit(?:e|ez|er) |energie gratuite|points d'energie|https?:|www\.|@)/;
const PERSONAL =
  /(?<![a-z])(?:je m'appelle|j'ai \d{2} ans|ans, marie|je suis ne[e]? |j'habite|domicili|mon numero|mon adresse|enfants? a charge|mere de|pere de)/;
const ENGLISH = /(?<![a-z])(?:the|and|your|with|please|ignore all|my name|you are)(?![a-z])/;
const MOST_WORDS = 45;
const LEAST_WORDS = 6;

/** How a sentence may serve in a letter; undefined when it had better not stand there. */
export function saidOf({ text }: Sentence): SaidKind | undefined {
  const folded = fold(text).text;
  const words = folded.split(/\s+/).length;
  if (words < LEAST_WORDS || words > MOST_WORDS) return undefined;
  if (!FIRST_PERSON.test(folded) || OTHER_PERSON.test(folded)) return undefined;
  if (TOLD_TO_DO.test(folded) || PERSONAL.test(folded) || ENGLISH.test(folded)) return undefined;
  if (/["«»[\]{}<>]|\.{3}|…|[!?]/.test(text) || !/^[\p{L}]/u.test(text)) return undefined;
  if (WEAK.test(folded) || !/\p{Ll}{2}/u.test(text)) return undefined;
  // « Après dix ans comme serveur, je veux … » tells where one comes from.
  return WISH.test(folded) && !folded.startsWith('apres ') ? 'wish' : 'claim';
}
