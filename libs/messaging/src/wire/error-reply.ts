import { headers, type Msg, type MsgHdrs } from '@nats-io/transport-node';
import { errors, PhoenixError, type ErrorCode, type Refusal } from '#libs/contracts';
import { header, headersOf } from './headers.js';
import { decodeObject, encodeJson } from './json.js';

/** The bytes and headers that tell a caller of an error: standard NATS service headers, details in the body. */
export function encodeError(error: PhoenixError | Refusal): { body: Uint8Array; headers: MsgHdrs } {
  const { code, message, details } = error;
  const replyHeaders = headers();
  replyHeaders.set(header.error, printable(message));
  replyHeaders.set(header.errorCode, String(errors[code].status));
  return { body: encodeJson({ code, message, details }), headers: replyHeaders };
}

/** The error that a reply tells of, or undefined when it is an answer. An error that we cannot read is `INVALID_REPLY`. */
export function decodeError(reply: Msg): PhoenixError | undefined {
  const all = headersOf(reply);
  if (all === 'malformed') return invalidReply('headers that cannot be read');
  if (!all?.has(header.error)) return undefined;
  try {
    const { code, message, details } = decodeObject(reply.data);
    if (typeof code !== 'string' || !Object.hasOwn(errors, code))
      return invalidReply('an unknown error code');
    const known = errors[code as ErrorCode].details.safeParse(details);
    if (!known.success) return invalidReply(`${code} without its details`);
    return new PhoenixError(code as ErrorCode, String(message), known.data);
  } catch (cause) {
    return invalidReply('an error that is not JSON', cause);
  }
}

/** A reply that does not keep the contract: the caller hears of it, and no process ends. */
export function invalidReply(what: string, cause?: unknown): PhoenixError<'INVALID_REPLY'> {
  return new PhoenixError('INVALID_REPLY', `The service answered ${what}.`, {}, { cause });
}

function printable(message: string): string {
  return message.replace(/[^\x20-\x7e]/g, '?').slice(0, 500);
}
