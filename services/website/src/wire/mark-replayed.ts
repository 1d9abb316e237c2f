import type { FastifyReply } from 'fastify';
import { header } from '#libs/messaging';

/** The reply to a keyed command; the stored answer to an earlier request says so in `Phoenix-Replayed` (R13). */
export function markReplayed<Reply>(
  exchanged: { readonly reply: Reply; readonly replayed: boolean },
  response: FastifyReply,
): Reply {
  if (exchanged.replayed) void response.header(header.replayed, 'true');
  return exchanged.reply;
}
