import type { OfferReading } from '#libs/career-french';
import { enumerate } from '../letter/enumerate.js';
import { practised } from '../letter/skill-lines.js';

/** How to answer this offer: each piece of advice rests on something the offer says or leaves out. */
export function adviceOn(offer: OfferReading): string[] {
  const named = (importance: 'required' | 'preferred') =>
    practised(
      offer.skills
        .filter((one) => one.importance === importance)
        .slice(0, 4)
        .map(({ skill }) => skill),
    );
  const advice: string[] = [];
  const required = named('required');
  const preferred = named('preferred');
  if (required.length > 0) {
    advice.push(
      `Donnez un fait précis pour chacun de ces points, que l’annonce attend : ${enumerate(required)}.`,
    );
  }
  if (preferred.length > 0) {
    advice.push(
      `L’annonce apprécie aussi ${enumerate(preferred)} : si vous pouvez le montrer, dites-le en une phrase.`,
    );
  }
  const years = offer.experienceYears?.value;
  if (years === 0)
    advice.push(
      'Les débutants sont acceptés : vos stages, vos études et vos engagements comptent.',
    );
  else if (years !== undefined) {
    advice.push(
      `L’annonce demande ${years === 1 ? 'un an' : `${years} ans`} d’expérience : indiquez la durée de chacun de vos postes.`,
    );
  }
  const diploma = offer.diplomas.find(({ level }) => level > 0);
  if (diploma) advice.push(`Nommez votre diplôme : l’annonce cite « ${diploma.name} ».`);
  if (offer.reference)
    advice.push(`Rappelez la référence ${offer.reference.value} dans l’objet de votre lettre.`);
  if (offer.tone === 'familiar')
    advice.push(
      'L’annonce tutoie : un ton simple convient, mais gardez le vouvoiement dans votre lettre.',
    );
  if (!offer.salary)
    advice.push('L’annonce ne dit rien du salaire : préparez la question pour l’entretien.');
  if (!offer.company)
    advice.push('L’annonce ne nomme pas l’employeur : demandez-le avant d’envoyer votre lettre.');
  return advice.slice(0, 8);
}
