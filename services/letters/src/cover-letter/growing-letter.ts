import { z } from 'zod';

const growing = z
  .object({
    subject: z.string().trim(),
    greeting: z.string().trim(),
    paragraphs: z.array(z.string().trim()),
  })
  .partial();

/** The words of a cover letter that are there for good while it is being written. */
export interface GrowingLetter {
  readonly subject?: string | undefined;
  readonly greeting?: string | undefined;
  readonly paragraphs: readonly string[];
}

/**
 * What of an answer that is still being written will not change any more: its last field, and the last paragraph there,
 * may still grow. Nothing of what is no letter.
 */
export function growingLetter(partial: object): GrowingLetter {
  const { data: { subject, greeting, paragraphs = [] } = {} } = growing.safeParse(partial);
  const last = Object.keys(partial).at(-1);
  return {
    subject: last === 'subject' ? undefined : subject,
    greeting: last === 'greeting' ? undefined : greeting,
    paragraphs: last === 'paragraphs' ? paragraphs.slice(0, -1) : paragraphs,
  };
}
