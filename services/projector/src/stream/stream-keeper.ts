import { randomUUID } from 'node:crypto';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { isUuid } from '#libs/contracts';
import {
  streamName,
  type EventStream,
  type StreamPosition,
  type StreamSize,
} from '#libs/messaging';
import { restoreStream, streamMissing, type DataSource } from '#libs/persistence';
import { gauge, hideSecrets, type Log, type Readiness, type Ready } from '#libs/telemetry';
import { rest } from '../rest.js';
import { createRecorded, currentEpoch, recordFirstEpoch } from './stream-epoch.js';

const drifting = gauge(
  'phoenix_stream_settings_drift_settings',
  'Settings of the event stream that are not as declared',
);

export interface KeeperOptions {
  readonly dataSource: DataSource;
  readonly stream: EventStream;
  readonly size: StreamSize;
  readonly readiness: Readiness;
  readonly log: Log;
}

const foreign =
  'has no epoch, so it was not made by Phoenix. Remove it, or set NATS_URL to a broker without it.';
const lookEveryMs = 2_000;
const firstBackoffMs = 100;

/**
 * Creates the event stream where none ever was, and from then on watches over it. A stream that is missing, or another
 * one, is never replaced: readiness says what to do (R18).
 */
export class StreamKeeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private readonly established: Promise<string>;
  private establish: (epoch: string) => void = () => undefined;
  private readonly listeners: ((streamEnd: number) => void)[] = [];
  private running: Promise<void> | undefined;
  private seen: Ready = { ready: false, reason: 'The event stream has not been looked at yet.' };
  private failures = 0;
  private settingsRead = false;
  /** The epoch that stream and record were last seen to agree on. */
  private agreed: string | undefined;

  constructor(private readonly options: KeeperOptions) {
    this.established = new Promise((resolve) => (this.establish = resolve));
    options.readiness.register('stream', () => this.seen);
  }

  /** The epoch of the stream as soon as there is one; null when the signal aborts first. */
  epoch(signal: AbortSignal): Promise<string | null> {
    return new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve(null), { once: true });
      if (signal.aborted) resolve(null);
      void this.established.then(resolve);
    });
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
    const { stream } = this.options;
    const position = (await stream.position()) ?? (await this.create());
    if (!position) return { ready: false, reason: streamMissing };
    const reason = this.agreed === position.epoch ? null : await this.compare(position);
    if (reason !== null) return { ready: false, reason };
    this.agreed = position.epoch;
    await this.readSettings();
    this.establish(position.epoch);
    for (const listener of this.listeners) listener(position.lastSequence);
    return { ready: true };
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
