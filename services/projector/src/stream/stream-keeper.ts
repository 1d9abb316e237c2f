import { randomUUID } from 'node:crypto';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { isUuid } from '#libs/contracts';
import { streamName, type StreamPosition, type StreamSize } from '#libs/messaging';
import { restoreStream, streamMissing } from '#libs/persistence';
import { gauge, hideSecrets, type Readiness, type Ready } from '#libs/telemetry';
import { rest } from '../rest.js';
import { adoptRestored } from '../restore/adopt-restored.js';
import { restoreStep, type RestoreOptions } from '../restore/restore-step.js';
import { createRecorded, currentEpoch, recordFirstEpoch } from './stream-epoch.js';

const drifting = gauge(
  'phoenix_stream_settings_drift_settings',
  'Settings of the event stream that are not as declared',
);

export interface KeeperOptions extends RestoreOptions {
  readonly readiness: Readiness;
}

const foreign =
  'has no epoch, so it was not made by Phoenix. Remove it, or set NATS_URL to a broker without it.';
const lookEveryMs = 2_000;
const firstBackoffMs = 100;
const askEveryMs = 100;

/**
 * Creates the event stream where none ever was, and from then on watches over it. A stream that is missing, or another
 * one, is never replaced unless the operator says so (R19): readiness says what to do (R18).
 */
export class StreamKeeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private readonly listeners: ((streamEnd: number) => void)[] = [];
  private running: Promise<void> | undefined;
  private seen: Ready = { ready: false, reason: 'The event stream has not been looked at yet.' };
  private failures = 0;
  private settingsRead = false;
  /** The epoch that stream and record were last seen to agree on. */
  private agreed: string | undefined;

  constructor(private readonly options: KeeperOptions) {
    options.readiness.register('stream', () => this.seen);
  }

  /** The epoch of the stream as soon as it is there and ours; null when the signal aborts first. */
  async epoch(signal: AbortSignal): Promise<string | null> {
    while (!this.agreed && !signal.aborted) await rest(askEveryMs, signal);
    return (!signal.aborted && this.agreed) || null;
  }

  /** How large the stream was told to be, and on how many servers. */
  get size(): StreamSize {
    return this.options.size;
  }

  /** What the stream is waiting for, in words; null when it is as it should be. */
  get problem(): string | null {
    return this.seen.reason ?? null;
  }

  /** Calls the listener with the last sequence of the stream each time it was looked at. */
  onLook(listener: (streamEnd: number) => void): void {
    this.listeners.push(listener);
  }

  onApplicationBootstrap(): void {
    this.running ??= this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    const unsubscribe = this.options.stream.onReconnect(() => (this.settingsRead = false));
    while (!signal.aborted) await rest(await this.turn(), signal);
    unsubscribe();
  }

  private async turn(): Promise<number> {
    try {
      this.become(await this.look());
      this.failures = 0;
      return lookEveryMs;
    } catch (error) {
      const why = hideSecrets(error instanceof Error ? error.message : String(error));
      const reason = `The event stream cannot be looked at: ${why.replace(/\.$/, '')}. It is tried again by itself.`;
      this.become({ ready: false, reason });
      return Math.min(lookEveryMs, firstBackoffMs * 2 ** this.failures++);
    }
  }

  private async look(): Promise<Ready> {
    const position = await this.position();
    if (typeof position === 'string') return { ready: false, reason: position };
    this.agreed = position.epoch;
    await this.readSettings();
    for (const listener of this.listeners) listener(position.lastSequence);
    return { ready: true };
  }

  /** Where our stream stands; in words, why there is none. */
  private async position(): Promise<StreamPosition | string> {
    const { stream, dataSource, log } = this.options;
    const seen = await stream.position();
    if (seen && seen.epoch === this.agreed) return seen;
    this.agreed = undefined;
    if (seen && (await adoptRestored(dataSource, seen)))
      log.warn(
        'The event stream was restored since this Postgres was backed up: read models are filled anew.',
      );
    const restoring = (await currentEpoch(dataSource))?.state === 'restoring';
    const waiting = restoring ? await restoreStep(this.options) : null;
    if (waiting !== null) return waiting;
    const position = (await stream.position()) ?? (await this.create());
    return position ? ((await this.compare(position)) ?? position) : streamMissing;
  }

  /** Why the stream that is there cannot be ours; null when it is. */
  private async compare({ epoch }: StreamPosition): Promise<string | null> {
    const { dataSource } = this.options;
    if (!isUuid(epoch)) return `${streamName} ${foreign}`;
    await recordFirstEpoch(dataSource, { epoch, state: 'created' });
    const known = await currentEpoch(dataSource);
    if (known?.epoch !== epoch) {
      return `The event stream is another one (epoch ${epoch}) than the one on record (epoch ${known?.epoch}). ${restoreStream}`;
    }
    // Whoever created it may have died before saying so.
    await createRecorded(dataSource, () => Promise.resolve());
    return null;
  }

  /** Null when a stream was created before: then this one is lost, and creating it again would hide that. */
  private async create(): Promise<StreamPosition | null> {
    const { dataSource, stream, size, log } = this.options;
    await recordFirstEpoch(dataSource, { epoch: randomUUID(), state: 'creating' });
    await createRecorded(dataSource, async (epoch) => {
      if (await stream.position()) return;
      await stream.create(epoch, size);
      log.info({ epoch }, 'The event stream was created.');
    });
    return stream.position();
  }

  private async readSettings(): Promise<void> {
    if (this.settingsRead) return;
    const { stream, size, log } = this.options;
    const drift = await stream.drift(size);
    this.settingsRead = true;
    drifting.set(drift.length);
    for (const one of drift) log.warn(`A setting of the event stream is not as declared: ${one}.`);
  }

  private become(now: Ready): void {
    const { log } = this.options;
    if (now.reason === this.seen.reason && now.ready === this.seen.ready) return;
    this.seen = now;
    if (now.ready) log.info('The event stream is there.');
    else log.warn(now.reason);
  }
}
