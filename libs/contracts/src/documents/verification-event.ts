import { z } from 'zod';
import { points } from '../values.js';

/** The figures of one format check. The text and the remarks stay with the service that owns them (R3). */
export const verificationFigures = z.object({
  verificationId: z.uuid(),
  entryId: z.uuid(),
  cost: points,
  words: z.int().min(0),
  characters: z.int().min(0),
  errors: z.int().min(0),
  warnings: z.int().min(0),
  advices: z.int().min(0),
  engine: z.enum(['local']),
});
