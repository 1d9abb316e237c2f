import { entriesIn } from './matching/lexicon-index.js';
import { tokensOf } from './text/token.js';
import type { Trade } from './trade.js';

/** The trades that a text speaks of, whoever works in them. */
export function tradesNamed(text: string): Set<Trade> {
  const named = entriesIn(tokensOf(text)).flatMap(({ owner }) =>
    owner.what === 'trade' ? [owner.trade] : [],
  );
  return new Set(named);
}
