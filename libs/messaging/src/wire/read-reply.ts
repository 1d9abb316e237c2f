import type { Msg } from '@nats-io/transport-node';
import type { z } from 'zod';
import { invalidReply } from './error-reply.js';
import { decodeObject } from './json.js';

/** What an answer says, as its contract reads it. Throws `INVALID_REPLY` for what it cannot read. */
export function readReply<Schema extends z.ZodType>(
  schema: Schema,
  message: Msg,
): z.output<Schema> {
  let body: unknown;
  try {
    body = decodeObject(message.data);
  } catch (error) {
    throw invalidReply('something that is not a JSON object', error);
  }
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw invalidReply('something else than its contract says', parsed.error);
  return parsed.data;
}
