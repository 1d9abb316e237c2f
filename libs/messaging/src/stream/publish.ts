import { nuid, type Msg } from '@nats-io/transport-node';
import { eventSubject, type RecordedEvent } from '#libs/contracts';
import type { Connection } from '../connection.js';
import { decodeObject } from '../wire/json.js';
import { eventHeaders } from './event-headers.js';

const ackWithinMs = 5_000;
const duplicateInBatch = 10201;

/** The broker did not take what was published. `DUPLICATE`: a batch held an event that the stream has already. */
export class PublishError extends Error {
  override readonly name = 'PublishError';

  constructor(
    readonly code: 'DUPLICATE' | 'REFUSED',
    message: string,
  ) {
    super(message);
  }
}

/** Publishes events as one atomic batch (nats-server 2.12 or newer): one acknowledgement, one fsync, all or nothing (R17). */
export async function publishBatch(
  { nats, inbox }: Connection,
  events: readonly RecordedEvent[],
): Promise<number[]> {
  const last = events.at(-1);
  if (!last) return [];
  const batchId = nuid.next();
  const partHeaders = (event: RecordedEvent, index: number) =>
    eventHeaders(event, [
      ['Nats-Batch-Id', batchId],
      ['Nats-Batch-Sequence', String(index + 1)],
      ['Nats-Batch-Commit', event === last ? '1' : undefined],
    ]);
  events.slice(0, -1).forEach((event, index) => {
    nats.publish(subjectOf(event), Buffer.from(event.data), { headers: partHeaders(event, index) });
  });
  const options = { timeoutMs: ackWithinMs, headers: partHeaders(last, events.length - 1) };
  const ack = readAck(await inbox.request(subjectOf(last), Buffer.from(last.data), options));
  if (ack.count !== events.length)
    throw new PublishError('REFUSED', 'the broker does not take atomic batches');
  return events.map((_, index) => ack.seq - events.length + 1 + index);
}

/** Publishes one event; a duplicate is acknowledged with the sequence it has. */
export async function publishOne({ inbox }: Connection, event: RecordedEvent): Promise<number> {
  const options = { timeoutMs: ackWithinMs, headers: eventHeaders(event) };
  return readAck(await inbox.request(subjectOf(event), Buffer.from(event.data), options)).seq;
}

function subjectOf({ envelope }: RecordedEvent): string {
  return eventSubject(envelope.source, envelope.userId);
}

interface Ack {
  readonly seq: number;
  readonly count?: number;
}

function readAck(reply: Msg): Ack {
  const body = decodeObject(reply.data) as { seq?: number; count?: number; error?: ApiError };
  if (body.error) {
    const code = body.error.err_code === duplicateInBatch ? 'DUPLICATE' : 'REFUSED';
    throw new PublishError(code, body.error.description ?? 'the broker refused the event');
  }
  if (typeof body.seq !== 'number')
    throw new PublishError('REFUSED', 'the broker answered without a sequence');
  return { seq: body.seq, ...(body.count === undefined ? {} : { count: body.count }) };
}

interface ApiError {
  readonly err_code?: number;
  readonly description?: string;
}
