import { fileURLToPath } from 'node:url';
import { cpuSecondsOf } from '../stack/cpu-seconds.mjs';
import { startNode } from '../stack/node-process.mjs';

const closedLoop = fileURLToPath(new URL('main.mjs', import.meta.url));

/**
 * @typedef {{ answered: number, elapsedMs: number, p50Ms: number, p99Ms: number, cpuSeconds: Record<string, number>,
 *   cpuMicroseconds: number }} Load `cpuMicroseconds` are those of all processes together for one request
 */

/**
 * Runs one load process to its end and answers what it measured, with the CPU seconds that each process used meanwhile.
 * `observe` is called when measuring starts and again when it ends, while the load still runs.
 * @param {{ settings: object, script?: string, env: NodeJS.ProcessEnv, pids: Record<string, number>,
 *   nodeArguments?: readonly string[],
 *   observe?: () => Promise<void>, failed: Promise<unknown>,
 *   ends: import('../stack/ends.mjs').Ends }} options a closed loop by `LoadSettings` unless there is a `script`, which says as
 *   that one when it starts and ends; `failed` rejects when a server process ends
 * @returns {Promise<Load>}
 */
export async function runLoad(options) {
  const {
    settings,
    script = closedLoop,
    env,
    pids,
    nodeArguments,
    observe,
    failed,
    ends,
  } = options;
  /** @type {Record<string, number>[]} */
  const readings = [];
  /** @type {Promise<void>[]} */
  const observed = [];
  /** @type {Omit<Load, 'cpuSeconds' | 'cpuMicroseconds'> | undefined} */
  let measured;
  const load = startNode({
    name: 'the load',
    script,
    env,
    ...(nodeArguments && { nodeArguments }),
    input: JSON.stringify(settings),
    onLine: (line) => {
      // Stock Nest writes its log on standard output too.
      if (!line.startsWith('{"at":')) return;
      readings.push(readCpu({ client: load.pid, ...pids }));
      if (observe) observed.push(observe());
      // JSON has no NaN: of no samples at all there is no percentile.
      const { at, ...figures } = JSON.parse(line, (_key, value) => value ?? NaN);
      if (at === 'end') measured = figures;
    },
  });
  ends.add(() => load.stop());
  await Promise.race([load.exited, failed]);
  // A fault is told a moment after the end.
  await Promise.race([load.failed, Promise.all(observed)]);
  const [before, after] = readings;
  if (!measured || !before || !after) throw new Error('The load ended without figures.');
  const cpuSeconds = Object.fromEntries(
    Object.entries(after).map(([name, seconds]) => [name, seconds - Number(before[name])]),
  );
  const used = Object.values(cpuSeconds).reduce((sum, seconds) => sum + seconds, 0);
  return { ...measured, cpuSeconds, cpuMicroseconds: (used * 1e6) / measured.answered };
}

function readCpu(/** @type {Record<string, number>} */ pids) {
  return Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, cpuSecondsOf(pid)]));
}
