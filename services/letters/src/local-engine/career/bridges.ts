import { skillNamed, TRADES, type ProfileReading, type Trade } from '#libs/career-french';
import { enumerate } from '../letter/enumerate.js';
import { practised } from '../letter/skill-lines.js';
import type { ReadTarget } from './demands.js';

export interface Bridge {
  trade: string;
  reason: string;
}

const MOST = 4;

/** Trades between, of the family left or of the one aimed at: usual skills of theirs are in the profile, others are asked by the target. */
export function bridgesTo(
  { trade: target, demands }: ReadTarget,
  profile: ProfileReading,
): Bridge[] {
  const own = new Set(profile.skills.map(({ skill }) => skill.name));
  const asked = new Set(demands.map(({ skill }) => skill.name));
  const known = new Set<Trade | undefined>([target, ...profile.trades.map(({ value }) => value)]);
  const families = new Set([target?.family, ...profile.trades.map(({ value }) => value.family)]);
  return TRADES.filter((trade) => !known.has(trade))
    .map((trade) => {
      const skills = trade.skills.flatMap((name) => skillNamed(name) ?? []);
      const had = skills.filter(({ name }) => own.has(name));
      const learnt = skills.filter(({ name }) => asked.has(name) && !own.has(name));
      return { trade, had, learnt };
    })
    .filter(
      ({ trade, had, learnt }) => had.length > 0 && learnt.length > 0 && families.has(trade.family),
    )
    .toSorted(
      (a, b) =>
        Math.min(b.had.length, b.learnt.length) - Math.min(a.had.length, a.learnt.length) ||
        b.had.length + b.learnt.length - a.had.length - a.learnt.length,
    )
    .slice(0, MOST)
    .map(({ trade, had, learnt }) => ({
      trade: trade.names[0][profile.gender ?? 'masculine'].replaceAll("'", '’'),
      reason: `Vous y feriez valoir ${enumerate(practised(had))}, et vous y apprendriez ${enumerate(practised(learnt))}.`,
    }));
}
