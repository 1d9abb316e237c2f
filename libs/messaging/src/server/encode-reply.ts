import { headers, type MsgHdrs } from '@nats-io/transport-node';
import type { Contract } from '#libs/contracts';
import { header } from '../wire/headers.js';
import { encodeJson } from '../wire/json.js';
import { StoredReply } from './stored-reply.js';

export interface EncodedReply {
  /** The error's code; undefined for an answer. */
  readonly code?: string | undefined;
  readonly body: Uint8Array;
  readonly headers?: MsgHdrs;
}

/** The bytes of a handler's answer. With `check`, an answer that breaks its contract is a bug that is thrown. */
export function encodeReply(contract: Contract, answer: unknown, check: boolean): EncodedReply {
  if (answer instanceof StoredReply) {
    const body = Buffer.from(answer.json);
    return answer.replayed ? { body, headers: replayedHeaders() } : { body };
  }
  if (check) contract.reply.parse(answer);
  return { body: encodeJson(answer) };
}

function replayedHeaders(): MsgHdrs {
  const all = headers();
  all.set(header.replayed, 'true');
  return all;
}
