import { z } from 'zod';
import { aiProvider } from '../ai/ai-provider.js';
import { instant } from '../values.js';

/** Every outside provider, by the name that users know, and whether this user agreed that texts go there. */
export const agreements = z.object({
  providers: z.array(
    z.object({
      provider: aiProvider,
      name: z.string(),
      inUse: z.boolean().describe('True when texts go there now, of users who agreed.'),
      agreedAt: instant.nullable(),
    }),
  ),
});

export type Agreements = z.output<typeof agreements>;
