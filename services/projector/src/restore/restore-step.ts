import { randomUUID } from 'node:crypto';
import type { EventStream, StreamSize } from '#libs/messaging';
import { transaction, type DataSource, type EntityManager } from '#libs/persistence';
import { failpoint, type Log } from '#libs/telemetry';
import type { ReadModel } from '../read-models/read-model.js';
import { earlierEpochs, lockCurrent, recordNext, settleEpoch } from '../stream/stream-epoch.js';
import {
  countBehind,
  discardOthers,
  loadSuccessions,
  makeSuccessions,
  succeed,
} from './restored-builds.js';

export interface RestoreOptions {
  readonly dataSource: DataSource;
  readonly stream: EventStream;
  readonly size: StreamSize;
  readonly definitions: readonly ReadModel[];
  readonly log: Log;
}

/**
 * Takes the restore that is under way as far as it goes now (R19): makes the stream, whereupon every service puts its
 * own events back; fills new builds from it; has them read once nobody would read less than before. One replica at a
 * time; killed anywhere, the next step goes on. What it waits for, in a sentence; null once all is back.
 */
export function restoreStep(options: RestoreOptions): Promise<string | null> {
  return transaction(options.dataSource, async (tx) => {
    const record = await lockCurrent(tx);
    if (record?.state !== 'restoring') return null;
    const position = await options.stream.position();
    if (!position) return makeStream(tx, options, record.epoch);
    if (position.epoch !== record.epoch) {
      return `The event stream is another one (epoch ${position.epoch}) than the one that is being restored (epoch ${record.epoch}). Remove it; the projector then makes the right one.`;
    }
    const reason = await bringBuildsBack(tx, options, record.epoch);
    await failpoint('restore.in-step');
    return reason;
  });
}

/** Under an epoch that nobody has read yet: a stream that is lost during its restore is another one the next time. */
async function makeStream(
  tx: EntityManager,
  { stream, size, log }: RestoreOptions,
  recorded: string,
): Promise<string> {
  const begun = (await loadSuccessions(tx, recorded)).length > 0;
  const epoch = begun ? randomUUID() : recorded;
  if (begun) await recordNext(tx, { epoch, state: 'restoring' });
  else {
    await stream.create(epoch, size, await earlierEpochs(tx, epoch));
    log.info({ epoch }, 'The event stream was made anew; the services put their events back.');
    await failpoint('restore.after-create');
  }
  return 'The event stream is being restored: it was just made anew.';
}

async function bringBuildsBack(
  tx: EntityManager,
  { definitions, log }: RestoreOptions,
  epoch: string,
): Promise<string | null> {
  const successions = await loadSuccessions(tx, epoch);
  if (successions.length === 0) {
    await discardOthers(tx);
    await makeSuccessions(tx, definitions, epoch);
    return 'The event stream is being restored: read models are filled from it.';
  }
  let behind = 0;
  for (const one of successions) behind += await countBehind(tx, definitions, one);
  if (behind > 0) {
    return `The event stream is being restored: events of ${behind} users are still to come. Every service puts its own back, so every service must run.`;
  }
  for (const one of successions) await succeed(tx, one);
  await settleEpoch(tx, epoch);
  log.info({ epoch }, 'The event stream is restored, and read models follow it.');
  return null;
}
