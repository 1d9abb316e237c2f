import { z } from 'zod';

/** A few words: a skill, a task, a heading. */
export const phrase = z.string().trim().min(1).max(200);

/** One sentence or two. */
export const sentence = z.string().trim().min(1).max(600);

export const excerpt = z
  .string()
  .trim()
  .min(1)
  .max(400)
  .describe('Words taken as they stand from the text given: what a claim rests on.');

export const importance = z
  .enum(['required', 'preferred'])
  .describe('required: the offer demands it; preferred: the offer would like it.');
