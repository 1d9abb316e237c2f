import { later } from './later.js';
import type { Portion, Taken } from './grants-of-account.js';

/** How long points live that come back to a grant which has expired meanwhile. */
const regrantDays = 7;

/** Where points go that come back: to their grants, or to a new one where those have expired. */
export interface GivenBack {
  readonly returned: Taken[];
  readonly regrant: { grantId: string; amount: number; expiresAt: string } | null;
}

/** Gives points back to the grants that they came from; what came from grants expired by `at` becomes one new grant (R12). */
export function giveBack(
  portions: readonly Portion[],
  at: string,
  { now, newId }: { readonly now: string; readonly newId: () => string },
): GivenBack {
  const some = portions.filter(({ amount }) => amount > 0);
  const returned = some.filter(({ expiresAt }) => expiresAt === null || expiresAt > at);
  const lost = totalOf(some) - totalOf(returned);
  return {
    returned: returned.map(({ grantId, amount }) => ({ grantId, amount })),
    regrant:
      lost > 0 ? { grantId: newId(), amount: lost, expiresAt: later(now, regrantDays) } : null,
  };
}

/** Splits portions in two: the first so many points, and the rest. */
export function splitAt(
  portions: readonly Portion[],
  points: number,
): { first: Portion[]; rest: Portion[] } {
  let left = points;
  const parts = portions.map((portion) => {
    const amount = Math.min(portion.amount, left);
    left -= amount;
    return { first: { ...portion, amount }, rest: { ...portion, amount: portion.amount - amount } };
  });
  const some = ({ amount }: Portion) => amount > 0;
  return {
    first: parts.map(({ first }) => first).filter(some),
    rest: parts.map(({ rest }) => rest).filter(some),
  };
}

export function totalOf(taken: readonly { readonly amount: number }[]): number {
  return taken.reduce((sum, { amount }) => sum + amount, 0);
}
