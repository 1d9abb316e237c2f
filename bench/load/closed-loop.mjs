import { setTimeout as pause } from 'node:timers/promises';

/**
 * Keeps so many requests under way, each followed by the next as soon as it is answered; after the warm-up measures
 * each one. Rejects with the first fault: a benchmark of errors measures nothing.
 * @param {{ ask: () => Promise<unknown>, inFlight: number, warmUpMs: number, measureMs: number,
 *   onStart: () => void }} options
 * @returns {Promise<{ latenciesMs: Float64Array, elapsedMs: number, workers: Promise<unknown> }>} latencies in
 *   ascending order; the last requests are answered once `workers` settles
 */
export async function closedLoop({ ask, inFlight, warmUpMs, measureMs, onStart }) {
  /** @type {number[]} */
  const latencies = [];
  let measuring = false;
  let ended = false;
  const worker = async () => {
    while (!ended) {
      const askedAt = performance.now();
      await ask();
      if (measuring) latencies.push(performance.now() - askedAt);
    }
  };
  const workers = Promise.all(Array.from({ length: inFlight }, worker));
  const measure = async () => {
    await pause(warmUpMs);
    const startedAt = performance.now();
    measuring = true;
    onStart();
    await pause(measureMs);
    measuring = false;
    return performance.now() - startedAt;
  };
  const elapsedMs = await Promise.race([measure(), workers.then(() => 0)]);
  ended = true;
  const latenciesMs = Float64Array.from(latencies).sort();
  return { latenciesMs, elapsedMs, workers };
}
