import { z } from 'zod';
import { defineQuery } from '../define.js';
import { entryKinds } from '../energy/entry-kind.js';
import { actionId, cursor, instant, points, signedPoints, userId, version } from '../values.js';

/** The kinds of entry, and what becomes of holds, which post nothing. */
export const energyLineKind = z.enum([...entryKinds, 'hold', 'release', 'hold-expiry']);

/** One movement of a user's energy, as the read model tells it. */
export const energyHistoryLine = z.object({
  eventId: z.uuid(),
  sequence: z.int(),
  kind: energyLineKind,
  action: actionId.nullable(),
  amount: signedPoints.describe(
    'What the balance changed by: positive when given, negative when taken.',
  ),
  heldChange: signedPoints.describe('What the held points changed by: positive when reserved.'),
  listCost: points
    .nullable()
    .describe('The price of the price list, where an action was paid for; null elsewhere.'),
  balance: points,
  held: points,
  /** What a receipt and a refund are asked by; null where nothing was posted. */
  entryId: z.uuid().nullable(),
  holdId: z.uuid().nullable(),
  /** The entry that a refund gave back. */
  refundOf: z.uuid().nullable(),
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
