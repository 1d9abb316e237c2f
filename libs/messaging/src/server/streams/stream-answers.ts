import { headers, type MsgHdrs } from '@nats-io/transport-node';
import { header } from '../../wire/headers.js';
import { encodeJson } from '../../wire/json.js';
import { streamHeader } from '../../wire/stream-headers.js';
import type { EncodedReply } from '../encode-reply.js';

/** One part of a run. */
export function partAnswer(run: string, number: number, body: Uint8Array): EncodedReply {
  return { body, headers: numbered(headers(), run, number) };
}

/** How a run ended: its reply or its error, numbered as if it were one part more. */
export function endAnswer(run: string, number: number, end: EncodedReply): EncodedReply {
  const all = headers();
  for (const name of end.headers?.keys() ?? []) all.set(name, end.headers!.get(name));
  all.set(streamHeader.end, 'true');
  return { ...end, headers: numbered(all, run, number) };
}

/** The run goes on, and the part that was asked for is not there yet. */
export function waitingAnswer(run: string): EncodedReply {
  const all = headers();
  all.set(streamHeader.run, run);
  return { body: encodeJson({}), headers: all };
}

/** The same, told to whoever came to a run that another request had begun. */
export function joinedAnswer(answer: EncodedReply): EncodedReply {
  answer.headers?.set(header.replayed, 'true');
  return answer;
}

function numbered(all: MsgHdrs, run: string, number: number): MsgHdrs {
  all.set(streamHeader.run, run);
  all.set(streamHeader.part, String(number));
  return all;
}
