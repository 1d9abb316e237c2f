import { z } from 'zod';
import type { Identity } from '#libs/messaging';

/** What a page is told of its session. */
export const sessionAnswer = z.object({
  userId: z.uuid(),
  staff: z.boolean(),
  expiresAt: z.iso.datetime(),
});

export function toldOf({ userId, staff, expiresAt }: Identity): z.output<typeof sessionAnswer> {
  return { userId, staff, expiresAt: expiresAt.toISOString() };
}
