import { z } from 'zod';
import { packIds } from '../catalogue.js';
import { defineQuery } from '../define.js';
import { actionId, points } from '../values.js';

const label = z.object({ fr: z.string(), en: z.string() });

/** The price list in force: actions in points, packs in euro cents. */
export const getCatalogue = defineQuery({
  subject: 'phoenix.query.energy.get-catalogue',
  by: ['anyone'],
  request: z.object({}),
  reply: z.object({
    version: z.int(),
    actions: z.array(
      z.object({
        action: actionId,
        cost: points,
        services: z.array(z.string()),
        refundable: z.boolean(),
        label,
      }),
    ),
    packs: z.array(
      z.object({
        pack: z.enum(packIds),
        priceCents: z.int(),
        points: points.nullable().describe('`null` for the unlimited subscription.'),
        firstTimeBonus: points,
        label,
      }),
    ),
  }),
  refusals: [],
});
