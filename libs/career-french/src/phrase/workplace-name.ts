import { articleOfWorkplace } from '../lexicon/workplaces.js';

/** A workplace’s name in a sentence: `rejoindre la mairie de Dinan`, `au service de Solarive`, `chez Solarive`. */
export interface WorkplaceName {
  the: string;
  of: string;
  at: string;
  to: string;
}

const PLURAL =
  /^(?:Ateliers|Transports|Fonderies|Jardins|Éditions|Serres|Caves|Vergers|Papeteries|Messageries|Établissements|Laboratoires|Constructions|Galeries|Pépinières|Conserveries|Salaisons|Tuileries|Scieries|Cycles|Moulins)(?![\p{L}])/u;
const VOWEL = /^[aeiouyàâéèêëîïôûœAEIOUYÀÂÉÈÊËÎÏÔÛŒ]/;

/** Puts the article and the preposition that a name takes; a kind of workplace such as `Mairie` loses its capital. */
export function workplaceNamed(name: string): WorkplaceName {
  const given = name.replaceAll("'", '’');
  const article = articleOfWorkplace(given);
  if (article) {
    const bare = /^\p{Lu}{2}/u.test(given) ? given : given.charAt(0).toLowerCase() + given.slice(1);
    if (article === 'l’')
      return { the: `l’${bare}`, of: `de l’${bare}`, at: `à l’${bare}`, to: `à l’${bare}` };
    if (article === 'la')
      return { the: `la ${bare}`, of: `de la ${bare}`, at: `à la ${bare}`, to: `à la ${bare}` };
    return { the: `le ${bare}`, of: `du ${bare}`, at: `au ${bare}`, to: `au ${bare}` };
  }
  if (PLURAL.test(given))
    return { the: `les ${given}`, of: `des ${given}`, at: `aux ${given}`, to: `aux ${given}` };
  if (given.startsWith('Les '))
    return {
      the: given,
      of: `des ${given.slice(4)}`,
      at: `aux ${given.slice(4)}`,
      to: `aux ${given.slice(4)}`,
    };
  if (given.startsWith('Le '))
    return {
      the: given,
      of: `du ${given.slice(3)}`,
      at: `au ${given.slice(3)}`,
      to: `au ${given.slice(3)}`,
    };
  if (/^L(?:a |’)/.test(given))
    return { the: given, of: `de ${given}`, at: `à ${given}`, to: `à ${given}` };
  return {
    the: given,
    of: VOWEL.test(given) ? `d’${given}` : `de ${given}`,
    at: `chez ${given}`,
    to: `à ${given}`,
  };
}
