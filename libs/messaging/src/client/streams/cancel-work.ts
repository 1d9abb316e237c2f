import { randomUUID } from 'node:crypto';
import type { ServiceName, StreamedReply } from '#libs/contracts';
import type { Connection } from '../../connection.js';
import { decodeError } from '../../wire/error-reply.js';
import { encodeJson } from '../../wire/json.js';
import { streamHeader } from '../../wire/stream-headers.js';
import type { Caller } from '../caller.js';
import { NobodyListens } from '../reply-inbox.js';
import { requestHeaders } from '../request-headers.js';

const cancelWithinMs = 2_000;

interface Cancelling {
  readonly connection: Connection;
  readonly service: ServiceName;
  readonly contract: StreamedReply;
  readonly caller: Caller;
}

/** Cancels the work with this id or key, at once; done as well where none goes on. Throws a `PhoenixError`. */
export async function cancelWork(
  { connection, service, contract, caller }: Cancelling,
  runOrKey: string,
  messageId: string = randomUUID(),
): Promise<void> {
  const cancel = [streamHeader.cancel, 'true'] as const;
  try {
    const message = await connection.inbox.request(
      `${contract.subject}.${runOrKey}.${service}`,
      encodeJson({}),
      {
        timeoutMs: cancelWithinMs,
        headers: requestHeaders(caller, messageId, cancelWithinMs, [cancel]),
      },
    );
    const error = decodeError(message);
    if (error) throw error;
  } catch (error) {
    if (!(error instanceof NobodyListens)) throw error;
  }
}
