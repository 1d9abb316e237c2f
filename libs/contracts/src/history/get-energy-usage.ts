import { z } from 'zod';
import { defineQuery } from '../define.js';
import { actionId, userId, version } from '../values.js';

/** The windows that usage is told over, in days, today among them. */
export const usageWindows = { '7d': 7, '14d': 14, '90d': 90 } as const;

export const usageWindow = z
  .enum(Object.keys(usageWindows) as [keyof typeof usageWindows])
  .describe('So many days up to today, as days are in Paris.');

const day = z.iso.date().describe('A day in Paris.');
const sum = z.int().min(0);

const usageFigures = z.object({
  times: sum.describe('How often it was done; work under a hold counts when it is captured.'),
  cost: sum.describe('Points that it took; 0 while everything was free.'),
  listCost: sum.describe('Points by the price list.'),
  refunds: sum.describe('How many refunds there were that day, whenever the action was.'),
  refunded: sum.describe('Points that these refunds gave back.'),
});

/**
 * What a user used energy for over a window, by day and action, newest day first, and in all. With `atLeastVersion` it
 * waits a little until the read model has seen that version of the account (R26); `version` tells how far it reaches.
 */
export const getEnergyUsage = defineQuery({
  subject: 'phoenix.query.history.get-energy-usage',
  by: ['user', 'staff'],
  request: z.object({
    onBehalfOf: userId
      .optional()
      .describe('Staff only: whose usage. Without it, the caller’s own (R29).'),
    window: usageWindow.default('7d'),
    atLeastVersion: version.optional(),
  }),
  reply: z.object({
    window: usageWindow,
    from: day,
    to: day,
    total: usageFigures,
    lines: z.array(usageFigures.extend({ day, action: actionId })),
    version,
  }),
  refusals: [],
});
