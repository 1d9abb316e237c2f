import { tradeNamed } from './matching/lexicon-index.js';
import { tokensOf } from './text/token.js';
import type { Trade } from './trade.js';

/** The trade that words such as `Vendeuse en prêt-à-porter (H/F)` name; undefined for one the lexicon has not. */
export function tradeIn(words: string): Trade | undefined {
  return tradeNamed(tokensOf(words))?.trade;
}
