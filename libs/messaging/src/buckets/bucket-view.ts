import { setTimeout as pause } from 'node:timers/promises';
import type { KV, KvStatus, KvWatchEntry } from '@nats-io/kv';
import { completeMark } from './open-bucket.js';

const confirmEveryMs = 1_000;
const unconfirmedAtMostMs = 3_000;
/** A process that stood still hears of its time-outs before the answers that have come meanwhile. */
const secondLookMs = 1_500;

/**
 * What one watch of a bucket has shown, from its opening to its end. Every second the broker is asked whether that
 * is still all: a watch that fell silent, and a bucket that was deleted, emptied or made anew, end it.
 */
export class BucketView<Value> {
  private readonly values = new Map<string, Value>();
  private caughtUp = false;
  private marked = false;
  private ended = false;
  private confirmedAt = performance.now();
  private behindSince: number | undefined;

  private constructor(
    private readonly bucket: KV,
    private readonly watch: Awaited<ReturnType<KV['watch']>>,
    private readonly opened: KvStatus['streamInfo'],
    private seen: number,
    private readonly read: (key: string, bytes: Uint8Array) => Value | undefined,
  ) {}

  /** Throws when there is no such bucket. */
  static async open<Value>(
    bucket: KV,
    read: (key: string, bytes: Uint8Array) => Value | undefined,
  ): Promise<BucketView<Value>> {
    const { streamInfo } = await bucket.status();
    const watch = await bucket.watch();
    return new BucketView(bucket, watch, streamInfo, streamInfo.state.last_seq, read);
  }

  /** True while the values are all that the writer has put there, as far as anybody can know. */
  get known(): boolean {
    return this.marked && this.caughtUp && !this.ended;
  }

  get(key: string): Value | undefined {
    return this.values.get(key);
  }

  /** Follows the bucket until the view ends; `told` after each change. */
  async follow(told: () => void): Promise<void> {
    const timer = setInterval(() => void this.confirm(), confirmEveryMs);
    try {
      for await (const entry of this.watch) {
        if (this.ended) return;
        this.take(entry);
        told();
      }
    } finally {
      clearInterval(timer);
      this.end();
    }
  }

  end(): void {
    this.ended = true;
    this.watch.stop();
  }

  private take(entry: KvWatchEntry): void {
    const { key, value, revision, isUpdate } = entry;
    const present = entry.operation === 'PUT';
    const meaning = present && key !== completeMark ? this.read(key, value) : undefined;
    if (key === completeMark) this.marked = present;
    else if (meaning === undefined) this.values.delete(key);
    else this.values.set(key, meaning);
    this.seen = Math.max(this.seen, revision);
    // The last of those that were there at the beginning is the first that counts as an update.
    this.caughtUp ||= isUpdate;
  }

  private async confirm(): Promise<void> {
    const { seen } = this;
    try {
      const { created, state } = (await this.bucket.status()).streamInfo;
      this.confirmedAt = performance.now();
      const another = created !== this.opened.created || state.last_seq < seen;
      if (another || state.messages === 0 || this.isSilent(state.last_seq)) this.end();
    } catch (error) {
      if ((error as Error).name === 'StreamNotFoundError') this.end();
      if (this.overdue) await pause(secondLookMs, undefined, { ref: false });
      if (this.overdue) this.end();
    }
  }

  private get overdue(): boolean {
    return performance.now() - this.confirmedAt > unconfirmedAtMostMs;
  }

  /** True when the bucket has gone on for a second look without the watch. */
  private isSilent(last: number): boolean {
    const stillBehind = this.behindSince !== undefined && this.seen <= this.behindSince;
    this.behindSince = last > this.seen ? this.seen : undefined;
    return stillBehind && this.behindSince !== undefined;
  }
}
