import { failpoint } from '#libs/telemetry';
import type { StoringService } from '../roles.js';
import type { Chunk } from './chunk.js';
import type { OutboxLog } from './outbox-log.js';
import { publishChunk } from './publish-chunk.js';
import type { Agreement } from './reconcile.js';
import { relayMetrics } from './relay-metrics.js';
import type { RelayStream } from './relay-stream.js';
import type { StreamAgreement } from './stream-agreement.js';

export interface BurstOptions {
  readonly service: StoringService;
  readonly stream: RelayStream;
  readonly outbox: OutboxLog;
  readonly agreement: StreamAgreement;
  readonly agreed: Agreement;
  readonly chunkSize: number;
  readonly holdsLock: () => boolean;
  /** Asked before each chunk. */
  readonly mayGoOn: () => boolean;
}

interface PublishedChunk {
  readonly chunk: Chunk;
  readonly sequences: readonly number[];
}

/**
 * Publishes chunk after chunk: while the broker takes one, the one before is marked and the next is read. Ends without
 * a mark on what was published when there is doubt about the stream: the marks are made true by the next comparison.
 */
export async function publishBurst(options: BurstOptions): Promise<'drained' | 'more'> {
  const { outbox, agreement, agreed, chunkSize } = options;
  const { doubts } = agreement;
  let { lastSequence } = agreed;
  let published: PublishedChunk | undefined;
  let chunk = await outbox.claim(chunkSize);
  let more = false;
  while (chunk.events.length > 0 && options.mayGoOn()) {
    await failpoint('relay.after-claim');
    const before = published;
    const [{ sequences, fresh }, next] = await bothEnded(
      publish(options, chunk),
      markThenClaim(options, before, chunk),
    );
    // Sequences that run backwards are another stream's, or a rewound one's: compare before marking.
    if (fresh && sequences[0]! <= lastSequence) agreement.doubt();
    if (agreement.doubts !== doubts) return 'more';
    lastSequence = Math.max(lastSequence, ...sequences);
    more = chunk.partial;
    published = { chunk, sequences };
    chunk = next;
  }
  if (published) await mark(options, published);
  return more || chunk.events.length > 0 ? 'more' : 'drained';
}

async function publish({ stream, holdsLock }: BurstOptions, { events }: Chunk) {
  const result = await publishChunk(stream, events, holdsLock);
  await failpoint('relay.after-publish');
  return result;
}

async function markThenClaim(
  options: BurstOptions,
  published: PublishedChunk | undefined,
  underWay: Chunk,
): Promise<Chunk> {
  if (published) await mark(options, published);
  if (underWay.partial) return nothing;
  return options.outbox.claim(options.chunkSize, underWay);
}

async function mark(options: BurstOptions, { chunk, sequences }: PublishedChunk): Promise<void> {
  const { service, outbox, agreement, agreed } = options;
  await outbox.markPublished(agreed.epoch, chunk, sequences);
  agreement.advance(Math.max(agreement.current?.lastSequence ?? 0, ...sequences));
  relayMetrics.published.inc({ service }, chunk.events.length);
  await failpoint('relay.after-mark');
}

const nothing: Chunk = { events: [], rowIds: [], lines: [], partial: false };

/** Waits for both, also when one fails: nothing goes on behind the back of whoever hears of it. */
async function bothEnded<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([first, second]);
  return Promise.all([first, second]);
}
