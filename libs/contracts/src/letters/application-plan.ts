import { z } from 'zod';
import { excerpt, phrase, sentence } from './wording.js';

const step = z.object({
  title: phrase,
  inDays: z.int().min(0).max(120).describe('Days from now.'),
  actions: z.array(sentence).min(1).max(6),
});

/** What to do about one application: what speaks for it and what against it, step by step, in days from now. */
export const applicationPlan = z.object({
  summary: sentence,
  arguments: z
    .array(z.object({ claim: sentence, excerpt }))
    .max(8)
    .describe('What to put forward, each with the words of the experience that prove it.'),
  weaknesses: z
    .array(z.object({ gap: phrase, answer: sentence }))
    .max(8)
    .describe('What is asked for and not shown, and what to answer.'),
  steps: z.array(step).min(1).max(10).describe('In the order of their days.'),
  questions: z.array(sentence).max(10).describe('Questions to prepare for.'),
});

export type ApplicationPlan = z.output<typeof applicationPlan>;
