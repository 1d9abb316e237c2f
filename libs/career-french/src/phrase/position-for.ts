import { fold } from '#libs/french-text';
import type { Gender } from '../profile/gender.js';
import { TRADES } from '../trade.js';

const FEMININE_OF: Record<string, [ending: RegExp, feminine: string]> = {
  se: [/(?:eur|x)$/, 'euse'],
  euse: [/eur$/, 'euse'],
  rice: [/teur$/, 'trice'],
  trice: [/teur$/, 'trice'],
  ve: [/f$/, 've'],
  ere: [/er$/, 'ère'],
  ère: [/er$/, 'ère'],
  iere: [/ier$/, 'ière'],
  ière: [/ier$/, 'ière'],
  ne: [/n$/, 'nne'],
  enne: [/en$/, 'enne'],
  le: [/l$/, 'lle'],
  e: [/$/, 'e'],
};
const SUFFIX = /(\p{L}+)(?:\(([a-zéè]{1,5})\)|[·.-](e|se|ne|rice|trice|euse|ère|ve)(?![\p{L}]))/giu;
const MARK = /\(?\s?\b[HFMX]\s?\/\s?[HFMX](?:\s?\/\s?X)?\b\s?\)?/gu;
const BOTH = /(\p{L}[\p{L}-]*)(?:\s?\/\s?|\sou\s)(?:une?\s)?(\p{L}[\p{L}-]*)/gu;

/** A position as the person would name it: `Vendeur(se)` and `Vendeur / Vendeuse` become one of the two, small letters first. */
export function positionFor(position: string, gender: Gender | undefined): string {
  const one = oneSide(position.replace(MARK, ' ').trim(), gender)
    .replace(SUFFIX, (whole, word: string, bracketed?: string, dotted?: string) => {
      if (gender !== 'feminine') return word;
      const [ending, feminine] = FEMININE_OF[(bracketed ?? dotted ?? '').toLowerCase()] ?? [];
      return ending && feminine ? word.replace(ending, feminine) : whole;
    })
    .replace(BOTH, (whole, first: string, second: string) => {
      if (!isPair(first, second)) return whole;
      const feminineFirst = first.length > second.length && !second.endsWith('e');
      const [masculine, feminine] = feminineFirst ? [second, first] : [first, second];
      return gender === 'feminine' ? feminine : masculine;
    })
    .replace(/\s{2,}/g, ' ')
    .trim();
  const chosen = agreed(one, gender);
  return /^\p{Lu}\p{Ll}/u.test(chosen) ? chosen.charAt(0).toLowerCase() + chosen.slice(1) : chosen;
}

/** `Agent d’entretien` for a woman is `agente d’entretien`, where the lexicon knows the trade. */
function agreed(position: string, gender: Gender | undefined): string {
  const folded = fold(position).text;
  const [name] = TRADES.flatMap((trade) => trade.names)
    .filter(({ masculine }) => folded.startsWith(fold(masculine).text))
    .toSorted((a, b) => b.masculine.length - a.masculine.length);
  if (!name) return position;
  // An offer that seeks several names them in the plural.
  const rest = position.slice(name.masculine.length).replace(/^s(?![\p{L}])/u, '');
  if (/^[\p{L}-]/u.test(rest)) return position;
  const form =
    gender === 'feminine'
      ? name.feminine.replaceAll("'", '’')
      : position.slice(0, name.masculine.length);
  return form + rest;
}

/** `assistant administratif / une assistante administrative`: one side or the other. */
function oneSide(position: string, gender: Gender | undefined): string {
  const [first = '', second = '', more] = position.split(/\s?\/\s?|\sou\s/u);
  const other = second.replace(/^une? /iu, '');
  const paired = isPair(first.split(' ')[0] ?? '', other.split(' ')[0] ?? '');
  if (other === '' || more !== undefined || !first.includes(' ') || !paired) return position;
  return gender === 'feminine' ? other : first;
}

/** Two forms of one word begin alike. */
function isPair(first: string, second: string): boolean {
  const alike = Math.min(4, first.length - 1, second.length - 1);
  return alike >= 3 && first.slice(0, alike).toLowerCase() === second.slice(0, alike).toLowerCase();
}
