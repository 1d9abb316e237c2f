import type { MsgHdrs } from '@nats-io/transport-node';
import { childOf } from '#libs/telemetry';
import { header } from '../wire/headers.js';
import { writtenHeaders, type Header } from '../wire/written-headers.js';
import type { Caller } from './caller.js';

/** What every message to another service says of who asks, as part of what, and until when. */
export function requestHeaders(
  caller: Caller,
  messageId: string,
  timeLeftMs: number,
  more: readonly Header[] = [],
): MsgHdrs {
  return writtenHeaders([
    [header.correlationId, caller.correlationId],
    [header.messageId, messageId],
    [header.timeLeftMs, String(Math.floor(timeLeftMs))],
    [header.traceparent, childOf(caller.traceparent)],
    [header.authorization, caller.token ? `Bearer ${caller.token}` : undefined],
    ...more,
  ]);
}
