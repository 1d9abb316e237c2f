import type { Msg, MsgHdrs } from '@nats-io/transport-node';

/** Header names of requests and replies. Events carry CloudEvents names (`stream/event-headers.ts`). */
export const header = {
  authorization: 'Authorization',
  correlationId: 'Phoenix-Correlation-Id',
  messageId: 'Phoenix-Message-Id',
  timeLeftMs: 'Phoenix-Time-Left-Ms',
  traceparent: 'traceparent',
  replayed: 'Phoenix-Replayed',
  error: 'Nats-Service-Error',
  errorCode: 'Nats-Service-Error-Code',
} as const;

/** A message's headers; `malformed` when they cannot be read. Reading them is what throws in the client library. */
export function headersOf(message: Pick<Msg, 'headers'>): MsgHdrs | undefined | 'malformed' {
  try {
    return message.headers;
  } catch {
    return 'malformed';
  }
}

/** One header's value; empty where it is not there, or none can be read. */
export function headerOf(message: Pick<Msg, 'headers'>, name: string): string {
  const all = headersOf(message);
  return all && all !== 'malformed' ? all.get(name) : '';
}

/** True of what an earlier request with the same key began, or was answered (R13). */
export function wasReplayed(message: Pick<Msg, 'headers'>): boolean {
  return headerOf(message, header.replayed) === 'true';
}
