import { z } from 'zod';
import { defineQuery } from '../define.js';
import { actionId, instant, points, signedPoints } from '../values.js';
import { grantSource } from './energy-granted.js';
import { entryKind } from './entry-kind.js';

/** The receipt of one entry of the caller's: what for, from or to which grants, what remained after it. */
export const getReceipt = defineQuery({
  subject: 'phoenix.query.energy.get-receipt',
  by: ['user'],
  request: z.object({ entryId: z.uuid() }),
  reply: z.object({
    entryId: z.uuid(),
    kind: entryKind,
    action: actionId.nullable(),
    /** Positive when given, negative when taken. */
    amount: signedPoints,
    /** What the action costs on the price list; `null` where no action was paid for. */
    listCost: points.nullable(),
    balance: points,
    occurredAt: instant,
    grants: z.array(
      z.object({
        grantId: z.uuid(),
        source: grantSource,
        amount: points,
        expiresAt: instant.nullable(),
      }),
    ),
    sentence: z.object({ fr: z.string(), en: z.string() }),
  }),
  refusals: ['ENTRY_NOT_FOUND'],
});
