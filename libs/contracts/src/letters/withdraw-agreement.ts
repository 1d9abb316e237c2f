import { z } from 'zod';
import { aiProvider } from '../ai/ai-provider.js';
import { defineCommand } from '../define.js';
import { agreements } from './agreements.js';

/** From now on none of the caller's texts goes to this provider. Where nothing was agreed, nothing changes. */
export const withdrawAgreement = defineCommand({
  subject: 'phoenix.command.letters.withdraw-agreement',
  by: ['user'],
  request: z.object({ provider: aiProvider }),
  reply: agreements,
  refusals: [],
});
