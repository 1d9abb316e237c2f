import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import type { Caller, ReplyStream } from '#libs/messaging';
import { markReplayed } from './mark-replayed.js';
import { sendParts, type Exchange } from './send-parts.js';

/**
 * A streamed reply as its client takes it: events where it accepts `text/event-stream`, else the end alone, as JSON. A
 * client that goes away may ask again with its key within the contract's `graceMs`; after it the work is cancelled.
 */
export async function answerStream<P extends object, E extends object>(
  exchange: Exchange,
  caller: Caller,
  ask: (reader: Caller, from: string | undefined) => ReplyStream<P, E>,
): Promise<E | Readable> {
  const { signal: client } = caller;
  // Its own time, not what an HTTP request has; and a client that goes away is not a caller that cancels.
  const reader: Caller = { ...caller, deadline: undefined, signal: undefined };
  const open = (from: string | undefined) => ask(reader, from);
  if (acceptsEvents(exchange.request)) return sendParts(exchange, client, open);
  const stream = open(undefined);
  if (client?.aborted) stream.leave();
  client?.addEventListener('abort', () => stream.leave(), { once: true });
  const reply = await endOf(stream);
  return markReplayed({ reply, replayed: stream.replayed }, exchange.reply);
}

function acceptsEvents({ headers: { accept = '' } }: FastifyRequest): boolean {
  return accept.split(',').some((one) => /^\s*text\/event-stream\s*(?:;|$)/i.test(one));
}

async function endOf<E>(stream: ReplyStream<unknown, E>): Promise<E> {
  for await (const _part of stream);
  return stream.end;
}
