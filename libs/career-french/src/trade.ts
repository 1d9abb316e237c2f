import type { RomeFamily } from './lexicon/rome-families.js';
import { MAKING_TRADES } from './lexicon/trades-making.js';
import { SERVICE_TRADES } from './lexicon/trades-service.js';

/** What a trade is called for a man and for a woman. */
export interface TradeName {
  masculine: string;
  feminine: string;
  /** Is an adjective as well: `commercial`. */
  ambiguous: boolean;
}

/** A trade with its family in the ROME and the skills that are usual in it. */
export interface Trade {
  names: [TradeName, ...TradeName[]];
  family: RomeFamily;
  /** Names of skills. */
  skills: string[];
}

/** Every trade of the lexicon. */
export const TRADES: readonly Trade[] = [SERVICE_TRADES, MAKING_TRADES].flatMap((lines) =>
  lines.trim().split('\n').map(tradeOf),
);

function tradeOf(line: string): Trade {
  const [names = '', family = '', skills = ''] = line.split(' : ');
  const [first = '', ...others] = names.split(' | ');
  return {
    names: [nameOf(first), ...others.map(nameOf)],
    family: family.trim() as RomeFamily,
    skills: skills.split(',').map((skill) => skill.trim().replaceAll("'", '’')),
  };
}

function nameOf(forms: string): TradeName {
  const ambiguous = forms.startsWith('~');
  const [masculine = '', feminine = masculine] = forms.replace('~', '').split(' / ');
  return { masculine, feminine, ambiguous };
}
