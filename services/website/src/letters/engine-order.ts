import { z } from 'zod';

/** How any work by the configured engine is ordered over HTTP, beside its key. */
export const engineOrder = {
  expected_cost: z.number().optional(),
  free_draft: z.boolean().optional(),
};

/** What is asked of work on a change of career. */
export const careerBody = z.object({
  experience: z.string(),
  position: z.string(),
  offer: z.string().optional(),
  ...engineOrder,
});
