import { cutOver } from './cut-over.js';
import { discardBuild } from './discard-build.js';
import { listReplays } from './list-replays.js';
import { planReplay } from './plan-replay.js';
import { rollBack } from './roll-back.js';
import { startReplay } from './start-replay.js';
import { steerReplay } from './steer-replay.js';

/** All that the operator asks about replays. */
export const replayContracts = [
  planReplay,
  startReplay,
  listReplays,
  steerReplay,
  cutOver,
  rollBack,
  discardBuild,
] as const;
