import { readEvents, type MessageClient } from '#libs/messaging';
import { opsLog } from '../house/ops-log.js';
import { isDropped } from '../house/dead-letter-at.js';
import { openStream, type OpenStream } from '../house/open-stream.js';
import { withHouse } from '../house/with-house.js';
import type { Ops, Well } from '../ops.js';
import { OpsError } from '../ops-error.js';
import { compareEvent, VersionCheck } from './compare-event.js';
import { StoredEvents } from './stored-events.js';

interface Verdict {
  readonly epoch: string;
  readonly events: number;
  readonly difference: string | null;
}

/**
 * Compares stream and event store event by event, up to the end that the stream has now; names the first difference.
 * A message that is no event of ours is one, until it is dropped.
 */
export async function verify(ops: Ops): Promise<Well> {
  const verdict = await withHouse(ops, async (house) =>
    compare(ops, await openStream(house), house.client),
  );
  const { events, difference } = verdict;
  const agree = difference === null;
  if (ops.json) ops.terminal.printJson({ agree, ...verdict });
  else if (agree)
    ops.terminal.print(
      `${events} events, stream and event store agree, and no version is missing.`,
    );
  else ops.terminal.printFault(`✗ After ${events} events that agree: ${difference}.`);
  return agree;
}

async function compare(ops: Ops, open: OpenStream, client: MessageClient): Promise<Verdict> {
  const { stream, epoch, lastSequence } = open;
  const stored = new StoredEvents(client);
  const versions = new VersionCheck();
  const ended = new AbortController();
  const signal = AbortSignal.any([ops.signal, ended.signal]);
  const options = { stream, epoch, from: 1, batchSize: 1_000, signal, log: opsLog(ops) };
  let events = 0;
  if (lastSequence === 0) return { epoch, events, difference: null };
  try {
    for await (const batch of readEvents(options)) {
      for (const event of batch) {
        if (!(event.envelope instanceof Error && (await isDropped(client, event.sequence)))) {
          const difference = versions.take(event) ?? compareEvent(event, await stored.next());
          if (difference) return { epoch, events, difference };
          if (stored.epoch !== epoch) {
            const other = `the event store is of the stream ${stored.epoch}, this one is ${epoch}`;
            return { epoch, events: 0, difference: other };
          }
          events++;
        }
        if (event.sequence >= lastSequence) return { epoch, events, difference: null };
      }
    }
  } finally {
    ended.abort();
  }
  throw new OpsError('Reading the event stream was stopped.', 'Run it again.');
}
