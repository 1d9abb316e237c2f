import type { FastifyRequest } from 'fastify';
import { PhoenixError } from '#libs/contracts';
import type { Identity } from '#libs/messaging';

/** The metadata of routes on which staff may name another user. */
export const staffMayReadOthers = 'phoenix:staff-may-read-others';

/** Who is named by something that is no text, however large or deep it is: never the one who asks. */
const nobody = '(not a user id)';

/**
 * The user named by `user_id` in path, query or body, when it is not the token's own. Older clients name the user
 * everywhere; the token alone says who asks.
 */
export function otherUserNamed(
  request: FastifyRequest,
  { userId }: Pick<Identity, 'userId'>,
): string | undefined {
  return [request.params, request.query, request.body]
    .flatMap((part) => namedIn(part))
    .find((named) => named.toLowerCase() !== userId.toLowerCase());
}

function namedIn(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const { user_id: named } = part as { user_id?: unknown };
  if (named === undefined || named === null) return [];
  const all: unknown[] = Array.isArray(named) && named.length > 0 ? named : [named];
  return all.map((one) => (typeof one === 'string' ? one : nobody));
}

/** `FORBIDDEN`: nobody acts for somebody else here, and only staff may look. */
export function notYours(staffAllowed: boolean): PhoenixError<'FORBIDDEN'> {
  return staffAllowed
    ? new PhoenixError('FORBIDDEN', 'Only staff may read the data of another user.', {
        allowed: ['staff'],
      })
    : new PhoenixError(
        'FORBIDDEN',
        'Everybody acts for oneself here; staff act through staff contracts.',
        { allowed: ['user'] },
      );
}
