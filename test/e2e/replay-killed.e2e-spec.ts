import { describe } from '@jest/globals';
import { describeKilledReplay } from '../chaos/kill-replay.js';
import { stackIsOurs } from './running-stack.js';

// Two hundred kills, and more events: `npm run test:chaos -- test/chaos/replay-killed`.
describeKilledReplay(
  {
    events: 5_000,
    kills: 20,
    seed: Number(process.env.REPLAY_SEED ?? Date.now() % 1_000_000),
  },
  stackIsOurs ? describe : describe.skip,
);
