import { readEvents, StreamLostError, type StreamedEvent } from '#libs/messaging';
import { opsLog } from '../house/ops-log.js';
import { openStream } from '../house/open-stream.js';
import { withHouse } from '../house/with-house.js';
import type { Ops, Well } from '../ops.js';
import { OpsError } from '../ops-error.js';
import { isWanted, type EventFilter } from './event-filter.js';
import { eventLine, eventObject } from './show-event.js';

export interface TailOptions extends EventFilter {
  readonly follow: boolean;
  /** The first sequence; without it, what comes from now on, or with `follow` off everything. */
  readonly fromSeq?: number;
  /** Most events to show. */
  readonly limit?: number;
}

/** Shows events of the stream in its order, one a line, until the person stops, the limit, or the end of the stream. */
export async function tail(ops: Ops, options: TailOptions): Promise<Well> {
  const { signal, terminal } = ops;
  await withHouse(ops, async (house) => {
    const { stream, epoch, lastSequence } = await openStream(house);
    const from = options.fromSeq ?? (options.follow ? lastSequence + 1 : 1);
    if (!options.follow && from > lastSequence) return;
    if (from > lastSequence + 1) throw beyondTheEnd(from, lastSequence);
    if (options.follow) terminal.say(`Events from sequence ${from} on; Ctrl-C ends.`);
    const last = options.follow ? Infinity : lastSequence;
    const wanted = { stream, epoch, from, batchSize: 500, signal, log: opsLog(ops) };
    const show = shower(ops, options);
    try {
      for await (const batch of readEvents(wanted)) {
        const mayGoOn = batch.every((event) => event.sequence <= last && show(event));
        if (!mayGoOn || batch.at(-1)!.sequence >= last) break;
      }
    } catch (error) {
      if (!(error instanceof StreamLostError)) throw error;
      const help = '`npm run phoenix -- status` says how the stream is.';
      throw new OpsError(`Reading had to end: ${error.message}.`, help, { cause: error });
    }
  });
  return true;
}

/** Shows an event when it is wanted; the answer is whether more may come. */
function shower({ json, terminal }: Ops, options: TailOptions): (event: StreamedEvent) => boolean {
  const most = options.limit ?? Infinity;
  let shown = 0;
  return (event) => {
    // What is no event of ours has nothing to filter by, and is worth seeing.
    if (!(event.envelope instanceof Error) && !isWanted(event.envelope, options)) return true;
    if (json) terminal.printJson(eventObject(event));
    else terminal.print(eventLine(event));
    shown += 1;
    return shown < most;
  };
}

function beyondTheEnd(from: number, last: number): OpsError {
  return new OpsError(
    `The stream ends at ${last}, before sequence ${from}.`,
    `The first that can be waited for is --from-seq ${last + 1}.`,
  );
}
