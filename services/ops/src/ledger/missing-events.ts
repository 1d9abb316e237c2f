import type { LedgerState } from '#libs/contracts';
import { readEvents } from '#libs/messaging';
import { opsLog } from '../house/ops-log.js';
import { openStream } from '../house/open-stream.js';
import type { House } from '../house/with-house.js';
import type { Ops } from '../ops.js';

/** What the ledger lacks of the stream. */
export interface MissingEvents {
  readonly events: number;
  readonly accounts: number;
  readonly byType: Readonly<Record<string, number>>;
  readonly first: string | null;
  readonly last: string | null;
  /** The end of the stream when it was read. */
  readonly upTo: number;
}

/** Reads what the hub has told after the sequence up to which its ledger lacks nothing. */
export async function missingEvents(
  ops: Ops,
  house: House,
  { agreedUpTo }: LedgerState,
): Promise<MissingEvents> {
  const { stream, epoch, lastSequence } = await openStream(house);
  const from = (agreedUpTo ?? 0) + 1;
  const accounts = new Set<string>();
  const byType: Record<string, number> = {};
  const times: string[] = [];
  const ended = new AbortController();
  const signal = AbortSignal.any([ops.signal, ended.signal]);
  if (from <= lastSequence) {
    const options = { stream, epoch, from, batchSize: 1_000, signal, log: opsLog(ops) };
    for await (const batch of readEvents(options)) {
      for (const { envelope, sequence } of batch) {
        if (sequence > lastSequence || envelope instanceof Error || envelope.source !== 'hub')
          continue;
        if (envelope.userId) accounts.add(envelope.userId);
        byType[envelope.type] = (byType[envelope.type] ?? 0) + 1;
        times.push(envelope.occurredAt);
      }
      if (batch.at(-1)!.sequence >= lastSequence) break;
    }
    ended.abort();
  }
  const first = times.at(0) ?? null;
  return {
    events: times.length,
    accounts: accounts.size,
    byType,
    first,
    last: times.at(-1) ?? null,
    upTo: lastSequence,
  };
}
