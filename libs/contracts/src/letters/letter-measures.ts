import { z } from 'zod';

/** What is measured on the text of a letter; null or empty where it was not said what the letter is about. */
export const letterMeasures = z.object({
  words: z.int().min(0),
  readingSeconds: z.int().min(0).describe('At 200 words a minute.'),
  mentionsCompany: z.boolean().nullable(),
  mentionsPosition: z.boolean().nullable(),
  keywords: z
    .object({ asked: z.array(z.string()), covered: z.array(z.string()) })
    .describe('Skills that the offer asks for, and those of them that the letter names.'),
});
