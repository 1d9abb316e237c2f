import type { Token } from '../text/token.js';

/** How a phrase stands in its sentence: said plainly, denied (`sans expérience en vente`), or wished for. */
export type Stance = 'said' | 'denied' | 'wished' | 'taught';

const words = (list: string) => new Set(list.trim().split(/\s+/));

const CONTRAST = words('mais cependant toutefois neanmoins');
const SUBJECTS = words('je j il elle nous vous on c ce ils elles');
const NOT = words('pas jamais aucun aucune ni');
const NO_DENIAL = words(
  'peur seulement uniquement hesit hesitez hesite probleme difficulte faute erreur simplement moins',
);
const WISHES = words(`
  souhaite souhaiterais souhaitant voudrais veux aimerais envie objectif projet apprendre decouvrir cherche recherche
  recherchant reconversion reconvertir rejoindre evoluer reve tourne attire attiree interesse interessee tente ambition vise`);
const TAUGHT = words('forme formee formes formees formation formons apprendrez initiation');
const NOT_ASKED =
  /^(?:(?:n est |n etes |ne sont |est |sont )?(?:pas|non) (?:forcement |strictement )?(?:exigee?s?|requise?s?|necessaires?|obligatoires?|demandee?s?|indispensables?|imperati(?:f|ve)s?)|n est exigee?|facultati(?:f|ve)s?)/;

/** No clause is longer, in words and marks. */
const MOST_BEFORE = 60;

/** Judges the words before and after a phrase within its sentence. */
export function stanceOf(tokens: readonly Token[], from: number, to: number): Stance {
  const before = clauseBefore(tokens, from);
  if (isDenied(before) || NOT_ASKED.test(wordsAfter(tokens, to))) return 'denied';
  if (before.some(({ word }) => WISHES.has(word))) return 'wished';
  return isTaught(before, wordsAfter(tokens, to)) ? 'taught' : 'said';
}

/** Back to the sentence’s start, a contrast, or a comma with a subject of its own behind it. */
function clauseBefore(tokens: readonly Token[], from: number): Token[] {
  let start = from;
  while (start > Math.max(0, from - MOST_BEFORE)) {
    const token = tokens[start - 1];
    if (!token || token.kind === 'stop' || CONTRAST.has(token.word)) break;
    const next = tokens[start]?.word ?? '';
    if (token.kind === 'comma' && (SUBJECTS.has(next) || next === 'et')) break;
    start -= 1;
  }
  return tokens.slice(start, from);
}

function isDenied(before: readonly Token[]): boolean {
  const last = before.findLastIndex(({ word }) => NOT.has(word));
  const denied =
    last >= 0 && !before.slice(last + 1, last + 4).some(({ word }) => NO_DENIAL.has(word));
  if (denied && !before.slice(0, last).some(({ word }) => word.startsWith('hesit'))) {
    return !before[last - 1]?.word.startsWith('hesit');
  }
  const without = before.findLastIndex(({ word }) => word === 'sans');
  if (without < 0) return false;
  const since = before.slice(without + 1);
  return !since.some(({ kind, word }) => kind === 'comma' || NO_DENIAL.has(word));
}

function isTaught(before: readonly Token[], after: string): boolean {
  const near = before.slice(-6).map(({ word }) => word);
  if (
    /^(?:assuree?|dispensee?|prevue|interne) /.test(after) &&
    near.some((word) => TAUGHT.has(word))
  )
    return true;
  return near.includes('serez') && near.some((word) => TAUGHT.has(word));
}

function wordsAfter(tokens: readonly Token[], to: number): string {
  const after: string[] = [];
  for (const token of tokens.slice(to + 1, to + 9)) {
    if (token.kind !== 'word') break;
    after.push(token.word);
  }
  return `${after.join(' ')} `;
}
