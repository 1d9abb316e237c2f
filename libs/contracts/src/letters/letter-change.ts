import { z } from 'zod';

/** One correction in a text, with the line (from 1) on which it stands in the corrected text. */
export const letterChange = z.object({
  code: z.string(),
  line: z.int().min(1),
  before: z.string(),
  after: z.string(),
  message: z.object({ fr: z.string(), en: z.string() }),
});

export type LetterChange = z.output<typeof letterChange>;
