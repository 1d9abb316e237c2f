import { unfinishedWorkIndex } from '#libs/paid-work';
import { eventLogPlaces, outboxAgreement, outboxMarks, type Migration } from '#libs/persistence';
import { PaidWork1763800000000 } from './1763800000000-paid-work.js';

/** The schema of cv, step by step; a step that was ever run is never changed. */
export const migrations: readonly Migration[] = [
  PaidWork1763800000000,
  outboxMarks('cv'),
  outboxAgreement('cv'),
  unfinishedWorkIndex('cv'),
  eventLogPlaces('cv'),
];
