import { setTimeout as pause } from 'node:timers/promises';
import type { BucketName } from '#libs/contracts';
import type { Log } from '#libs/telemetry';
import type { Connection } from '../connection.js';
import { BucketView } from './bucket-view.js';
import { openBucket } from './open-bucket.js';

const retryEveryMs = 250;

export interface WatchOptions<Value> {
  readonly connection: Connection;
  readonly bucket: BucketName;
  /** What the bucket holds, in words: `the token keys`. */
  readonly what: string;
  /** What a value means. What it throws is logged, and the key counts as absent. */
  readonly decode: (bytes: Uint8Array) => Value;
  readonly log: Log;
}

/**
 * The values of a bucket, kept in memory as they change. They are known only while all of them have arrived, the
 * bucket exists and the broker confirms it; a lost bucket, connection or watch is followed anew for ever.
 */
export class WatchedBucket<Value> {
  /** Comes true when the values are known for the first time. */
  readonly firstKnown: Promise<void>;
  private tellFirst: () => void = () => undefined;
  private readonly stopping = new AbortController();
  private readonly forgetReconnects: () => void;
  private readonly ended: Promise<void>;
  private view: BucketView<Value> | undefined;
  private wake = new AbortController();
  private told: boolean | undefined;

  constructor(private readonly options: WatchOptions<Value>) {
    this.firstKnown = new Promise((resolve) => (this.tellFirst = resolve));
    // What was missed meanwhile is not known: before anything else is read, the view of before is over.
    this.forgetReconnects = options.connection.onReconnect(() => {
      this.view?.end();
      this.wake.abort();
    });
    this.ended = this.run();
  }

  get bucket(): BucketName {
    return this.options.bucket;
  }

  get what(): string {
    return this.options.what;
  }

  /** True while `get` tells the truth. */
  get known(): boolean {
    return this.options.connection.connected && this.view?.known === true;
  }

  get(key: string): Value | undefined {
    return this.view?.get(key);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.forgetReconnects();
    this.view?.end();
    await this.ended;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      this.wake = new AbortController();
      try {
        await this.watchOnce();
      } catch (error) {
        const { log, bucket } = this.options;
        log.debug({ err: error }, `the bucket ${bucket} cannot be watched yet`);
      }
      this.tell();
      const woken = AbortSignal.any([signal, this.wake.signal]);
      await pause(retryEveryMs, undefined, { signal: woken }).catch(() => undefined);
    }
  }

  private async watchOnce(): Promise<void> {
    const { wake } = this;
    const { connection, bucket } = this.options;
    if (!connection.connected) return;
    const view = await BucketView.open(await openBucket(connection, bucket), (key, bytes) =>
      this.read(key, bytes),
    );
    this.view = view;
    if (this.stopping.signal.aborted || wake.signal.aborted) view.end();
    await view.follow(() => this.known !== (this.told ?? false) && this.tell());
  }

  private read(key: string, bytes: Uint8Array): Value | undefined {
    try {
      return this.options.decode(bytes);
    } catch (error) {
      const { log, bucket } = this.options;
      log.error({ err: error, key }, `the bucket ${bucket} holds a value that means nothing`);
      return undefined;
    }
  }

  /** Says it once, each time that it changes. */
  private tell(): void {
    const { log, what, bucket } = this.options;
    if (this.told === this.known || this.stopping.signal.aborted) return;
    this.told = this.known;
    if (this.known) {
      this.tellFirst();
      log.info(`${what} are known`);
    } else log.warn(`${what} are not known: waiting for the bucket ${bucket}`);
  }
}
