import { z } from 'zod';
import { countWords } from '#libs/french-text';

// A model counts roughly: a little beyond what is asked for is a letter all the same.
const [fewest, most] = [150, 600];

/** The words of a cover letter; what the user gave of sender and recipient is laid around them. */
export const coverLetter = z
  .object({
    subject: z.string().trim().min(1).max(400).describe('Without the word « Objet ».'),
    greeting: z.string().trim().min(1).max(200).describe('« Madame, Monsieur, » for example.'),
    paragraphs: z.array(z.string().trim().min(1).max(8_000)).min(3).max(20),
    closing: z.string().trim().min(1).max(600).describe('Without signature.'),
  })
  .refine(({ paragraphs, closing }) => {
    const words = countWords([...paragraphs, closing].join(' '));
    return words >= fewest && words <= most;
  }, `must have ${fewest} to ${most} words`);

export type CoverLetter = z.output<typeof coverLetter>;
