import { z } from 'zod';

/** A number as it stands in a query string; how large it may be, its service says. */
export const wholeNumber = z
  .string()
  .regex(/^\d{1,15}$/, 'is not a whole number')
  .transform(Number);

/** One page of a list, newest first. */
export const page = z.object({ after: z.string().optional(), limit: wholeNumber.optional() });
