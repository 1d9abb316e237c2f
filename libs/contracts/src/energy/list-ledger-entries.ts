import { z } from 'zod';
import { defineQuery } from '../define.js';
import { actionId, instant, points, signedPoints, userId, version } from '../values.js';
import { entryKind } from './entry-kind.js';

/** The entries of one account of the ledger in order of its version, a page at a time: what was posted, and why. */
export const listLedgerEntries = defineQuery({
  subject: 'phoenix.query.energy.list-ledger-entries',
  by: ['service:ops'],
  request: z.object({
    user: userId,
    after: version.default(0).describe('Only entries of later versions.'),
    limit: z.int().min(1).max(500).default(100),
  }),
  reply: z.object({
    entries: z.array(
      z.object({
        entryId: z.uuid(),
        version,
        kind: entryKind,
        action: actionId.nullable(),
        amount: signedPoints,
        listCost: points.nullable(),
        balance: points,
        occurredAt: instant,
      }),
    ),
  }),
  refusals: [],
});
