import { entriesIn } from './matching/lexicon-index.js';
import { tokensOf } from './text/token.js';
import type { Trade } from './trade.js';

/** Names of the skills, and the trades, that a text speaks of, whoever has them and however it speaks of them. */
export function namedIn(text: string): { skills: Set<string>; trades: Set<Trade> } {
  const skills = new Set<string>();
  const trades = new Set<Trade>();
  for (const { owner } of entriesIn(tokensOf(text))) {
    if (owner.what === 'skill') skills.add(owner.skill.name);
    if (owner.what === 'trade') trades.add(owner.trade);
  }
  return { skills, trades };
}
