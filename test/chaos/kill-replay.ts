import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dice } from './dice.js';
import { ReplayedStack } from './replayed-stack.js';

interface Kills {
  readonly events: number;
  readonly kills: number;
  readonly seed: number;
}

/** Between two statements is where a kill does most harm: there the projector lingers. */
const lingering = ['after-fetch', 'in-copy', 'in-transaction', 'after-commit', 'in-index-build'];

/** A replay whose projector is killed again and again, at moments that the seed decides. */
export function describeKilledReplay(
  { events, kills, seed }: Kills,
  scenario: typeof describe.skip = describe,
): void {
  const patienceMs = 120_000 + events;

  scenario(`a replay of ${events} events, killed at random (REPLAY_SEED=${seed})`, () => {
    let replayed: ReplayedStack;

    beforeAll(async () => {
      const PHOENIX_FAILPOINTS = lingering.map((point) => `replay.${point}=pause:40`).join();
      replayed = await ReplayedStack.start({ PHOENIX_FAILPOINTS });
      await replayed.tell(events);
      await replayed.caughtUp(patienceMs);
    }, patienceMs);
    afterAll(() => replayed?.stop(), 60_000);

    it(
      `R22: goes on where it was after each of ${kills} kills, and is what it would have been`,
      async () => {
        const random = dice(seed);
        const rate = String(Math.max(250, Math.ceil(events / (kills * 2))));
        const begun = await replayed.replay('run', '--yes', '--no-wait', '--rate', rate);
        expect(begun).toMatchObject({ exitCode: 0 });
        for (let n = 0; n < kills; n++) await replayed.killProjector(random() * 1_000);
        await replayed.reached('caught-up', patienceMs);
        expect(await replayed.replay('verify')).toMatchObject({ exitCode: 0 });
      },
      patienceMs + kills * 20_000,
    );
  });
}
