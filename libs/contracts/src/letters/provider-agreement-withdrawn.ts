import { z } from 'zod';
import { aiProvider } from '../ai/ai-provider.js';
import { defineEvent } from '../define.js';

/** A user no longer agrees that texts of theirs go to an outside provider. */
export const providerAgreementWithdrawn = defineEvent({
  type: 'ProviderAgreementWithdrawn',
  version: 1,
  by: ['service:letters'],
  data: z.object({ provider: aiProvider }),
});
