import { z } from 'zod';
import { defineQuery } from '../define.js';
import { actionId, cursor, instant, points, userId, version } from '../values.js';

/** One movement of a user's energy, as the read model tells it. */
export const energyHistoryLine = z.object({
  eventId: z.uuid(),
  sequence: z.int(),
  kind: z.enum(['grant', 'consume']),
  action: actionId.nullable(),
  amount: z.int().describe('Signed points: positive when given, negative when taken.'),
  balance: points,
  version,
  occurredAt: instant,
});

/**
 * A user's energy movements, newest first, a page at a time. With `atLeastVersion` it waits a little until
 * the read model has seen that version of the account (R26); `version` tells how far the answer reaches.
 */
export const listEnergyHistory = defineQuery({
  subject: 'phoenix.query.history.list-energy',
  by: ['user', 'staff'],
  request: z.object({
    onBehalfOf: userId
      .optional()
      .describe('Staff only: whose history. Without it, the caller’s own (R29).'),
    after: cursor.optional(),
    limit: z.int().min(1).max(200).default(50),
    atLeastVersion: version.optional(),
  }),
  reply: z.object({ lines: z.array(energyHistoryLine), next: cursor.nullable(), version }),
  refusals: ['CURSOR_EXPIRED'],
});
