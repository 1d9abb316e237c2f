import { z } from 'zod';
import { excerpt, phrase, sentence } from './wording.js';

/** French schemes for a change of career; a plan names these and no other. */
export const fundingSchemes = [
  'cpf',
  'projet-de-transition-professionnelle',
  'bilan-de-competences',
  'conseil-en-evolution-professionnelle',
  'validation-des-acquis',
  'aide-individuelle-a-la-formation',
  'alternance',
  'immersion-professionnelle',
] as const;

const phase = z.object({
  title: phrase,
  months: z.int().min(1).max(36),
  goal: sentence,
  actions: z.array(sentence).min(1).max(8),
});

/** The way to a new trade: what is there, what is to be learnt, in phases of months, and the schemes to ask about. */
export const retrainingPlan = z.object({
  to: phrase.describe('The trade aimed at.'),
  summary: sentence,
  assets: z
    .array(z.object({ skill: phrase, excerpt }))
    .max(15)
    .describe('What to build on, each with the words of the experience that show it.'),
  toLearn: z.array(z.object({ skill: phrase, reason: sentence, how: sentence })).max(15),
  phases: z.array(phase).min(1).max(8).describe('One after the other.'),
  funding: z.array(z.object({ scheme: z.enum(fundingSchemes), reason: sentence })).max(8),
});

export type RetrainingPlan = z.output<typeof retrainingPlan>;
