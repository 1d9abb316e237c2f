import { dropDeadLetter } from './drop-dead-letter.js';
import { getDeadLetter } from './get-dead-letter.js';
import { groupDeadLetters } from './group-dead-letters.js';
import { listDeadLetters } from './list-dead-letters.js';
import { pauseModel } from './pause-model.js';
import { resumeModel } from './resume-model.js';
import { retryDeadLetters } from './retry-dead-letters.js';
import { traceEvents } from './trace-events.js';

/** All that the operator asks about read models: what stands still, who is parked, where a row comes from. */
export const projectorContracts = [
  groupDeadLetters,
  listDeadLetters,
  getDeadLetter,
  retryDeadLetters,
  dropDeadLetter,
  pauseModel,
  resumeModel,
  traceEvents,
] as const;
