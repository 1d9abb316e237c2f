import { median } from './median.mjs';

/**
 * The rounds of one case as one: each figure is the median of its rounds, also within a group of figures.
 * @param {readonly Record<string, any>[]} rounds
 * @returns {Record<string, any>}
 */
export function middleRound(rounds) {
  const [first = {}] = rounds;
  return Object.fromEntries(
    Object.entries(first).map(([name, value]) => {
      const all = rounds.map((round) => round[name]);
      return [name, typeof value === 'number' ? median(all) : middleRound(all)];
    }),
  );
}
