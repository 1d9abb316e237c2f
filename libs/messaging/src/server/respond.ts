import type { Msg } from '@nats-io/transport-node';
import type { Contract } from '#libs/contracts';
import type { Log } from '#libs/telemetry';
import type { EncodedReply } from './encode-reply.js';

/** Sends an answer; one that cannot be sent is logged, since nobody else can be told. */
export function respond(
  message: Msg,
  { body, headers }: EncodedReply,
  { subject }: Contract,
  log: Log,
): void {
  try {
    message.respond(body, headers ? { headers } : {});
  } catch (error) {
    log.error({ err: error, contract: subject }, 'an answer could not be sent');
  }
}
