import { median } from './median.mjs';

/**
 * What one case is to be against another: `of` divided by `to` in one figure, at least or at most so much.
 * @typedef {{ name: string, of: string, to: string, figure: 'rate' | 'p50Ms', atLeast?: number, atMost?: number }} Goal
 * @typedef {{ value: number, goal: number, bound: 'at least' | 'at most', met: boolean }} Ratio
 */

/**
 * Each goal's ratio: the median of the ratios of every round, since only what ran close together compares. A goal
 * whose cases did not run has none.
 * @param {readonly Goal[]} goals
 * @param {ReadonlyMap<string, readonly Record<string, any>[]>} rounds the figures of each case, round by round
 * @returns {Record<string, Ratio>}
 */
export function ratiosOf(goals, rounds) {
  return Object.fromEntries(
    goals.flatMap((goal) => {
      const [of, to] = [rounds.get(goal.of), rounds.get(goal.to)];
      if (!of || !to) return [];
      const value = median(of.map((one, round) => one[goal.figure] / to[round]?.[goal.figure]));
      return [[goal.name, judged(goal, value)]];
    }),
  );
}

/** @returns {Ratio} */
function judged(/** @type {Goal} */ { atLeast, atMost }, /** @type {number} */ value) {
  if (atLeast !== undefined) {
    return { value, goal: atLeast, bound: 'at least', met: value >= atLeast };
  }
  const goal = atMost ?? Infinity;
  return { value, goal, bound: 'at most', met: value <= goal };
}
