import { z } from 'zod';

/** `writing`: the price is held, the engine at work. `checking`: its words are all there. `keeping`: they are stored. */
export const writingSteps = ['writing', 'checking', 'keeping'] as const;

/**
 * What is told of a document while it is written. The texts since the last `restart`, put together, are how it begins;
 * when the end comes, all of it. `restart` takes back what was shown, and so does a refusal at the end.
 */
export const writingPart = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), step: z.enum(writingSteps) }),
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('restart') }),
]);
