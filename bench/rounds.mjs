import { middleRound } from './figures/middle-round.mjs';
import { ratiosOf } from './figures/ratios.mjs';

const leastWarmUpMs = 1_500;

/** @typedef {{ name: string, peer?: string, ceiling?: string }} Case */
/** @typedef {{ bench: string, cases: Record<string, any>[], ratios: Record<string, import('./figures/ratios.mjs').Ratio> }} Report */

/**
 * Measures every case once a round, so that an hour's noise falls on all of them; the report holds medians.
 * @template {Case} C
 * @param {{ bench: string, rounds: number, seconds: number, filter: readonly string[], cases: readonly C[],
 *   goals: readonly import('./figures/ratios.mjs').Goal[],
 *   measure: (one: C, times: import('./main.mjs').Times) => Promise<Record<string, any>>,
 *   endRound?: () => Promise<void>, say: (sentence: string) => void }} options
 * @returns {Promise<Report>}
 */
export async function runRounds({
  bench,
  rounds,
  seconds,
  filter,
  cases,
  goals,
  measure,
  endRound,
  say,
}) {
  const measureMs = seconds * 1_000;
  const times = { measureMs, warmUpMs: Math.max(leastWarmUpMs, measureMs / 6) };
  const chosen = cases.filter(({ name }) => filter.some((text) => name.includes(text)));
  /** @type {Map<string, Record<string, any>[]>} */
  const figures = new Map(chosen.map(({ name }) => [name, []]));
  for (let round = 1; round <= rounds; round++) {
    for (const one of chosen) {
      const measured = await measure(one, times);
      figures.get(one.name)?.push(measured);
      say(`round ${round} of ${rounds}: ${one.name}: ${inShort(measured)}`);
    }
    await endRound?.();
  }
  const medians = new Map([...figures].map(([name, all]) => [name, middleRound(all)]));
  const rateOf = (/** @type {string | undefined} */ name) =>
    name === undefined ? undefined : medians.get(name)?.rate;
  return {
    bench,
    cases: chosen.map(({ name, peer, ceiling }) => ({
      name,
      ...medians.get(name),
      ceilingRate: rateOf(ceiling),
      peerRate: rateOf(peer),
    })),
    ratios: ratiosOf(goals, figures),
  };
}

function inShort(/** @type {Record<string, any>} */ { rate, p50Ms, p99Ms }) {
  const latency =
    p50Ms === undefined ? '' : `, p50 ${p50Ms.toFixed(2)} ms, p99 ${p99Ms.toFixed(2)} ms`;
  return `${Math.round(rate)}/s${latency}`;
}
