import { z } from 'zod';
import type { ActionId } from '#libs/contracts';

/** The hub says whether its catalogue has the action: it may be newer than ours. */
const action = z.custom<ActionId>((name) => typeof name === 'string', 'must be a string');

const fields = z.object({ action, expected_cost: z.number().optional() });

/** Which action. Older clients call it `action_name`. */
export const actionBody = z.preprocess((body) => {
  if (typeof body !== 'object' || body === null || !('action_name' in body)) return body;
  return { action: body.action_name, ...body };
}, fields);
