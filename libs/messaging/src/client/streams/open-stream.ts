import type { PartOf, ReplyOf, RequestInput, ServiceName, StreamedReply } from '#libs/contracts';
import { randomUUID } from 'node:crypto';
import type { Connection } from '../../connection.js';
import type { RecentHops } from '../../hops/recent-hops.js';
import type { Caller } from '../caller.js';
import type { RequestOptions } from '../message-client.js';
import { recordAsked } from '../record-asked.js';
import { Conversation } from './conversation.js';
import { ReplyStream } from './reply-stream.js';

export interface StreamOptions extends RequestOptions {
  /** A position of a work: its parts are read from the one after it on. */
  readonly from?: string | undefined;
}

interface Asking {
  readonly connection: Connection;
  readonly service: ServiceName;
  readonly recent: RecentHops | undefined;
  readonly caller: Caller;
}

/** A streamed reply that is asked for once somebody reads it. */
export function openStream<C extends StreamedReply>(
  contract: C,
  body: RequestInput<C>,
  { recent, ...asking }: Asking,
  options: StreamOptions,
): ReplyStream<PartOf<C>, ReplyOf<C>> {
  const { caller } = asking;
  const { from, signal = caller.signal, timeoutMs = contract.timeoutMs } = options;
  const startedAt = performance.now();
  const sending = { messageId: randomUUID(), startedAt, attempts: 1 };
  const deadline = Math.min(startedAt + timeoutMs, caller.deadline ?? Infinity);
  const conversation = new Conversation({
    ...asking,
    contract,
    body,
    signal,
    deadline,
    ...sending,
  });
  const settled = (error: unknown) => recordAsked(contract, caller, { sending, recent }, error);
  return new ReplyStream(conversation, { contract, from, signal, settled });
}
