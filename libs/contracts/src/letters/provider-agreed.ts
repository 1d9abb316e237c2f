import { z } from 'zod';
import { aiProvider } from '../ai/ai-provider.js';
import { defineEvent } from '../define.js';

/** A user agreed that texts of theirs may go to an outside provider. */
export const providerAgreed = defineEvent({
  type: 'ProviderAgreed',
  version: 1,
  by: ['service:letters'],
  data: z.object({ provider: aiProvider }),
});
