import { z } from 'zod';
import { excerpt, importance, phrase, sentence } from './wording.js';

const criterion = z.object({
  name: phrase,
  points: z.int().min(0),
  outOf: z.int().min(1),
  reason: sentence,
});

/** A change of career, from what the user has done to what the new trade asks for; the score is the sum of its criteria. */
export const transitionAnalysis = z.object({
  from: phrase.describe('The trade that is left.'),
  to: phrase.describe('The trade aimed at.'),
  summary: sentence,
  criteria: z
    .array(criterion)
    .min(1)
    .max(8)
    .refine(areOutOf100, 'points are at most outOf, and the outOf are 100 together')
    .describe('What the score is made of: points at most outOf, the outOf 100 together.'),
  transferable: z
    .array(z.object({ skill: phrase, excerpt, use: sentence }))
    .max(20)
    .describe('Skills to take along: the words of the experience that show them, and their use.'),
  gaps: z
    .array(z.object({ skill: phrase, importance, remedy: sentence }))
    .max(20)
    .describe('What is missing, and how to acquire it.'),
  bridges: z
    .array(z.object({ trade: phrase, reason: sentence }))
    .max(6)
    .describe('Trades between the two.'),
});

export type TransitionAnalysis = z.output<typeof transitionAnalysis>;

function areOutOf100(criteria: readonly z.output<typeof criterion>[]): boolean {
  const together = criteria.reduce((sum, { outOf }) => sum + outOf, 0);
  return together === 100 && criteria.every(({ points, outOf }) => points <= outOf);
}
