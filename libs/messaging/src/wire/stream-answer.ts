import type { Msg } from '@nats-io/transport-node';
import type { PhoenixError, StreamedReply } from '#libs/contracts';
import { decodeError, invalidReply } from './error-reply.js';
import { headerOf } from './headers.js';
import { readReply } from './read-reply.js';
import { streamHeader } from './stream-headers.js';

/** What a service answers to whoever asks for a part. `failed` is how the work ended; other errors are thrown. */
export type StreamAnswer =
  | { readonly kind: 'part'; readonly run: string; readonly number: number; readonly part: unknown }
  | { readonly kind: 'end'; readonly run: string; readonly number: number; readonly reply: unknown }
  | { readonly kind: 'failed'; readonly run: string; readonly error: PhoenixError }
  | { readonly kind: 'waiting'; readonly run: string };

/** Reads an answer by its contract. Throws the error that it tells of, or `INVALID_REPLY` for what cannot be read. */
export function readStreamAnswer(contract: StreamedReply, message: Msg): StreamAnswer {
  const error = decodeError(message);
  const get = (name: string) => headerOf(message, name);
  const run = get(streamHeader.run);
  const isEnd = get(streamHeader.end) === 'true';
  if (error && isEnd) return { kind: 'failed', run, error };
  if (error) throw error;
  if (!run) throw invalidReply('without the id of the work');
  const numbered = get(streamHeader.part);
  if (!numbered) return { kind: 'waiting', run };
  const number = Number(numbered);
  return isEnd
    ? { kind: 'end', run, number, reply: readReply(contract.reply, message) }
    : { kind: 'part', run, number, part: readReply(contract.part, message) };
}

/** The id of the work that an answer is about, also of one that cannot be read otherwise. */
export function runOf(message: Msg): string | undefined {
  return headerOf(message, streamHeader.run) || undefined;
}
