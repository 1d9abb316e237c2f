import { z } from 'zod';
import { points } from '../values.js';

export const letterVersion = z
  .int()
  .min(1)
  .describe('The version of one letter: 1, 2, 3 … in the order of its changes.');

export const letterKinds = [
  'letter',
  'passage',
  'offer-analysis',
  'transition-analysis',
  'application-plan',
  'retraining-plan',
] as const;

/** What the events of letters tell of a text: where it is, and how long. The text stays with letters (R3). */
export const letterFigures = {
  letterId: z.uuid(),
  version: letterVersion,
  words: z.int().min(0),
  characters: z.int().min(0),
};

/** The hold that paid work was done under. */
export const heldFigures = {
  holdId: z.uuid(),
  /** What the hold reserved: 0 in an unlimited period. The hub tells what was captured. */
  held: points,
};

/** What the events of paid work on a letter tell on top: its hold, and by which engine it was done. */
export const paidLetterFigures = {
  ...letterFigures,
  ...heldFigures,
  engine: z.enum(['local']),
  corrections: z.int().min(0),
};
