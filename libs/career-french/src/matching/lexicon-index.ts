import { SKILLS, type Skill } from '../skill.js';
import type { Token } from '../text/token.js';
import { TRADES, type Trade, type TradeName } from '../trade.js';
import { PhraseIndex, type Match } from './phrase-index.js';
import { variantOf } from './variant.js';

export type Entry =
  | { what: 'skill'; skill: Skill }
  | { what: 'trade'; trade: Trade; name: TradeName }
  /** Words that name no skill although a skill’s name is in them. */
  | { what: 'other' };

const OTHER = [
  'formation assurée', 'formation interne', 'formation continue', 'organisme de formation', 'ticket restaurant',
  'tickets restaurant', 'service commercial', 'service client de', 'mutuelle', 'bilan de compétences', 'projet professionnel',
  'en formation', 'titulaire d un permis', 'sécurité sociale', 'chambre de commerce', 'en cours', 'au cours',
  'ligne de cuisson', "ligne d'emballage", 'ligne de conditionnement', "retouche d'images", 'retouche photo',
  'temps de chargement', 'équipe dynamique', 'équipe motivée', 'équipe soudée', 'entreprise dynamique', 'ambiance', 'vente de pain', 'disponible',
  'formation souhaitée', 'service achats', 'service comptabilité', 'service communication', 'service logistique',
  'service paie', 'école de commerce', 'centre de formation',
]; // prettier-ignore

const entries = [
  ...SKILLS.flatMap((skill) =>
    [skill.name, ...skill.variants].map((text) => variantOf<Entry>(text, { what: 'skill', skill })),
  ),
  ...TRADES.flatMap((trade) =>
    trade.names.flatMap((name) =>
      [...new Set([name.masculine, name.feminine])].map((text) =>
        variantOf<Entry>(text, { what: 'trade', trade, name }),
      ),
    ),
  ),
  ...OTHER.map((text) => variantOf<Entry>(text, { what: 'other' })),
];

const index = new PhraseIndex(entries);
const OPENS_A_TRADE = new Set(
  'un une comme que suis etais ete poste de d jeune son sa notre ancien ancienne'.split(' '),
);

/** Skills and trades that a text names, in its order; no word counts for two. */
export function entriesIn(tokens: readonly Token[]): Match<Entry>[] {
  return index.find(tokens).filter(({ owner, from, places }) => {
    if (owner.what !== 'trade' || !owner.name.ambiguous || places.length > 1) return true;
    const before = tokens[from - 1];
    return !before || before.kind !== 'word' || OPENS_A_TRADE.has(before.word);
  });
}

/** The skill that words name as a whole, whatever their inflection; undefined for words the lexicon has not. */
export function skillNamed(words: string): Skill | undefined {
  const wanted = variantOf(words, undefined).lemmas.join(' ');
  const found = entries.find(
    ({ owner, lemmas }) => owner.what === 'skill' && lemmas.join(' ') === wanted,
  );
  return found?.owner.what === 'skill' ? found.owner.skill : undefined;
}

/** The first trade that words name, and the token it begins at. */
export function tradeNamed(
  tokens: readonly Token[],
): { trade: Trade; name: TradeName; from: number } | undefined {
  for (const { owner, from } of index.find(tokens)) {
    if (owner.what === 'trade') return { ...owner, from };
  }
  return undefined;
}

/** Whether words begin with the name of a trade: `vendeuse en prêt-à-porter`. */
export function beginsWithTrade(tokens: readonly Token[]): boolean {
  return tradeNamed(tokens.slice(0, 12))?.from === 0;
}
