import { median } from './median.mjs';

/**
 * What one case is to be against another: `of` divided by `to` in one figure, at least or at most so much. Without `to`
 * the figure itself.
 * @typedef {{ name: string, of: string, to?: string, figure: 'rate' | 'p50Ms' | 'p99Ms' | 'drainShare' | 'microseconds' | 'lagShare', atLeast?: number,
 *   atMost?: number }} Goal
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
      const of = rounds.get(goal.of)?.map((round) => round[goal.figure]);
      const to = goal.to
        ? rounds.get(goal.to)?.map((round) => round[goal.figure])
        : of?.map(() => 1);
      if (!of || !to) return [];
      return [[goal.name, judged(goal, median(of.map((figure, round) => figure / to[round])))]];
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
