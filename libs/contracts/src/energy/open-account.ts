import { z } from 'zod';
import { defineCommand } from '../define.js';
import { points, userId, version } from '../values.js';

/** Opens the caller's account and grants the welcome points, once: asked again, it answers the account as it is. */
export const openAccount = defineCommand({
  subject: 'phoenix.command.energy.open-account',
  by: ['user'],
  request: z.object({}),
  reply: z.object({ userId, opened: z.boolean(), balance: points, available: points, version }),
  refusals: [],
});
