import { describeKilledReplay } from './kill-replay.js';

describeKilledReplay({
  events: Number(process.env.REPLAY_EVENTS ?? 50_000),
  kills: Number(process.env.REPLAY_KILLS ?? 200),
  seed: Number(process.env.REPLAY_SEED ?? Date.now() % 1_000_000),
});
