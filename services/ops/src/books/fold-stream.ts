import type { EventEnvelope } from '#libs/contracts';
import { readEvents, type MessageClient, type StreamedEvent } from '#libs/messaging';
import { opsLog } from '../house/ops-log.js';
import { isDropped } from '../house/dead-letter-at.js';
import type { OpenStream } from '../house/open-stream.js';
import type { Ops } from '../ops.js';
import { OpsError } from '../ops-error.js';
import { foldAccount, noAccount, type FoldedAccount } from './fold-account.js';

const utf8 = new TextDecoder();

/** All accounts as the events of the hub add up, read as far as the stream goes, further each time it is asked. */
export class StreamFold {
  private readonly accounts = new Map<string, FoldedAccount>();
  private readonly ended = new AbortController();
  private readonly batches: AsyncGenerator<StreamedEvent[]>;
  private reached = 0;

  constructor(
    ops: Ops,
    private readonly open: OpenStream,
    private readonly client: MessageClient,
  ) {
    const { stream, epoch } = open;
    const signal = AbortSignal.any([ops.signal, this.ended.signal]);
    this.batches = readEvents({
      stream,
      epoch,
      from: 1,
      batchSize: 1_000,
      signal,
      log: opsLog(ops),
    });
  }

  /** The accounts after every event that the stream has now. */
  async toTheEnd(): Promise<ReadonlyMap<string, FoldedAccount>> {
    const end = (await this.open.stream.position())?.lastSequence ?? 0;
    while (this.reached < end) {
      const { value: batch, done } = await this.batches.next();
      if (done) throw new OpsError('Reading the event stream was stopped.', 'Run it again.');
      for (const event of batch) {
        if (event.envelope instanceof Error) await this.passOver(event.sequence, event.envelope);
        else this.take(event.envelope, event.data);
        this.reached = event.sequence;
      }
    }
    return this.accounts;
  }

  async close(): Promise<void> {
    this.ended.abort();
    await this.batches.return(undefined);
  }

  private async passOver(sequence: number, { message }: Error): Promise<void> {
    if (await isDropped(this.client, sequence)) return;
    throw new OpsError(
      `Sequence ${sequence} of the stream is not an event of ours: ${message}.`,
      `\`npm run phoenix -- dead-letters drop --sequence ${sequence} --reason …\` shows it, and puts it away with --yes.`,
    );
  }

  private take(envelope: EventEnvelope, data: Uint8Array): void {
    const { source, userId } = envelope;
    if (source !== 'hub' || userId === null) return;
    const account = this.accounts.get(userId) ?? noAccount;
    this.accounts.set(userId, foldAccount(account, { ...envelope, data: parsed(data) }));
  }
}

/** Data that are no JSON break every contract, which the fold then says. */
function parsed(data: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(data)) as unknown;
  } catch {
    return undefined;
  }
}
