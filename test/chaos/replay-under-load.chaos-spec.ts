import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReplayedStack } from './replayed-stack.js';

const events = Number(process.env.REPLAY_EVENTS ?? 20_000);
const patienceMs = 180_000 + 2 * events;

describe(`a replay of ${events} events under load`, () => {
  let replayed: ReplayedStack;

  beforeAll(async () => {
    replayed = await ReplayedStack.start({});
    await replayed.tell(events);
    await replayed.caughtUp(patienceMs);
  }, patienceMs);
  afterAll(() => replayed?.stop(), 60_000);

  it(
    'R25: verified, cut over, rolled back and cut over again, without one failed or wrong read',
    async () => {
      const over = new AbortController();
      const load = Promise.all([
        tellUntil(over.signal),
        replayed.read(over.signal),
        replayed.read(over.signal),
      ]);
      // What goes wrong meanwhile is told when the steps are done.
      load.catch(() => undefined);
      const took: string[] = [];
      try {
        for (const step of [['run', '--yes'], ['verify'], ['cutover'], ['rollback'], ['cutover']]) {
          const begun = performance.now();
          const [verb, ...more] = step as [string, ...string[]];
          const { exitCode, stderr, stdout } = await replayed.replay(verb, ...more);
          const said = exitCode === 0 ? '' : `${stdout.slice(-500)}${stderr}${replayed.worries()}`;
          expect({ step, exitCode, said }).toEqual({ step, exitCode: 0, said: '' });
          took.push(`${verb} ${Math.round(performance.now() - begun)} ms`);
          await pause(300);
        }
      } finally {
        over.abort();
      }
      const [told, ...read] = await load;
      const reads = read.reduce((sum, one) => sum + one.reads, 0);
      const slowest = Math.round(Math.max(...read.map(({ slowestMs }) => slowestMs)));
      const meanwhile = `${told} events told, ${reads} reads, the slowest in ${slowest} ms`;
      process.stderr.write(`${took.join(', ')}; meanwhile ${meanwhile}\n`);
      expect(read.flatMap(({ faults }) => faults)).toEqual([]);
      expect(Math.min(reads, told)).toBeGreaterThan(0);
    },
    patienceMs,
  );

  async function tellUntil(signal: AbortSignal): Promise<number> {
    let told = 0;
    for (; !signal.aborted; told += 500) {
      await replayed.tell(500);
      await pause(500);
    }
    return told;
  }
});
