import { setTimeout as pause } from 'node:timers/promises';
import { cpuSecondsOf } from '../stack/cpu-seconds.mjs';

const lookEveryMs = 20;
const patienceMs = 900_000;

/**
 * Begins a projector on an empty database and measures it from its first rows until every model has taken the whole
 * stream.
 * @param {{ begin: () => Promise<{ pids: readonly number[], failed: Promise<never> }>,
 *   broker: import('../stack/broker.mjs').Broker, database: { admin: import('pg').Client },
 *   pids: Record<string, number> }} options
 */
export async function untilProjected({ begin, broker, database: { admin }, pids }) {
  const end = (await broker.stream.position())?.lastSequence ?? 0;
  const begun = begin();
  begun.catch(() => undefined);
  /** @type {{ at: number, taken: number, cpu: Record<string, number> } | undefined} */
  let first;
  for (const gaveUp = performance.now() + patienceMs; ;) {
    const { rows } = await admin.query(
      'SELECT min(sequence)::int AS least, max(sequence)::int AS most FROM projector.checkpoints',
    );
    const [{ least, most }] = rows;
    if (least === end) break;
    if (!first && most > 0) first = { at: performance.now(), taken: least, cpu: readCpu(pids) };
    if (performance.now() > gaveUp) throw new Error('The projector does not take the stream.');
    await Promise.race([pause(lookEveryMs), begun.then(({ failed }) => failed)]);
  }
  if (!first) throw new Error('The projector was done before it was looked at: take more events.');
  const seconds = (performance.now() - first.at) / 1_000;
  const answered = end - first.taken;
  const { pids: own } = await begun;
  const after = readCpu(pids);
  const used = Object.entries(after).map(([name, s]) => [name, s - Number(first.cpu[name])]);
  // From its start, since its process is only known a moment after its first rows.
  const cpuSeconds = { projector: cpuSecondsOf(Number(own[0])), ...Object.fromEntries(used) };
  const all = Object.values(cpuSeconds).reduce((sum, one) => sum + one, 0);
  return { rate: answered / seconds, cpuSeconds, cpuMicroseconds: (all * 1e6) / answered };
}

function readCpu(/** @type {Record<string, number>} */ pids) {
  return Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, cpuSecondsOf(pid)]));
}
