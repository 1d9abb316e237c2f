import { z } from 'zod';
import { aiProvider } from '../ai/ai-provider.js';
import { defineCommand } from '../define.js';
import { agreements } from './agreements.js';

/** From now on the caller's texts may go to this provider, when the caller asks for work that is done there. Agreeing again changes nothing. */
export const agreeToProvider = defineCommand({
  subject: 'phoenix.command.letters.agree-to-provider',
  by: ['user'],
  request: z.object({ provider: aiProvider }),
  reply: agreements,
  refusals: [],
});
