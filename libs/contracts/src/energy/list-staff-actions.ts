import { z } from 'zod';
import { defineQuery } from '../define.js';
import { instant, userId, version } from '../values.js';
import { reasonCode, staffCommand } from './staff-reason.js';

/** What staff did to accounts, newest first, a page at a time: who, for whom, what, and why in code and words. */
export const listStaffActions = defineQuery({
  subject: 'phoenix.query.energy.list-staff-actions',
  by: ['staff'],
  request: z.object({
    /** Only on this user's account. */
    user: userId.optional(),
    /** The `next` of the page before. */
    before: z.int().min(1).optional(),
    limit: z.int().min(1).max(200).default(50),
  }),
  reply: z.object({
    actions: z.array(
      z.object({
        id: z.int(),
        at: instant,
        staffId: userId,
        userId,
        command: staffCommand,
        reasonCode,
        reason: z.string(),
        entryId: z.uuid().nullable(),
        version,
      }),
    ),
    next: z.int().nullable(),
  }),
  refusals: [],
});
