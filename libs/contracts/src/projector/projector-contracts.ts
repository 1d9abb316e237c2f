import { getDeadLetter } from './get-dead-letter.js';
import { listDeadLetters } from './list-dead-letters.js';
import { pauseModel } from './pause-model.js';
import { resumeModel } from './resume-model.js';
import { retryDeadLetters } from './retry-dead-letters.js';

/** All that the operator asks about read models that stand still, or have users parked. */
export const projectorContracts = [
  listDeadLetters,
  getDeadLetter,
  retryDeadLetters,
  pauseModel,
  resumeModel,
] as const;
